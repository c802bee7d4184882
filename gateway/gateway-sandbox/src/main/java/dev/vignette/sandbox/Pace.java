package dev.vignette.sandbox;

import java.time.Duration;

/** How long things take in a double; can be changed while it runs. */
public final class Pace {
    private volatile Duration pictureTime;
    private volatile Duration linkLife;

    Pace(SandboxSettings settings) {
        pictureTime = settings.pictureTime();
        linkLife = settings.linkLife();
    }

    /** How long one picture takes. */
    public Duration pictureTime() {
        return pictureTime;
    }

    /** How long links to pictures work. */
    public Duration linkLife() {
        return linkLife;
    }

    void pictureTime(Duration changed) {
        pictureTime = changed;
    }

    void linkLife(Duration changed) {
        linkLife = changed;
    }
}
