package dev.vignette.engine.limit;

import java.time.Duration;

/**
 * Orders on their way that are not answered yet. Few may be at first and after a silence, one more
 * with each order that was taken, and only one after a refusal: so a provider that refuses
 * everything is found out by a handful of orders, however many wait.
 */
final class Calls {
    private static final int FIRST = 8;
    private static final int MOST = 10_000;
    private static final long SILENCE = Duration.ofSeconds(10).toNanos();

    private int most = FIRST;
    private int underWay;
    private long lastTaken;
    private boolean feeling;

    Calls(long now) {
        this.lastTaken = now;
    }

    boolean hasRoom(long now) {
        return underWay < (feeling ? 1 : most(now));
    }

    void begin() {
        underWay++;
    }

    void end() {
        underWay--;
    }

    /** The provider took one. */
    void taken(long now) {
        most = Math.min(most(now) + 1, MOST);
        lastTaken = now;
    }

    /** The provider could not be reached, or gave no answer. */
    void trouble() {
        most = Math.min(most, FIRST);
    }

    /** The provider refused one as one too many, here or at another gateway. */
    void throttled() {
        most = 1;
    }

    /** The database did not let one go: the next one goes alone, to find out. */
    void heldUp() {
        feeling = true;
    }

    /** The database let one go. */
    void granted() {
        feeling = false;
    }

    private int most(long now) {
        return now - lastTaken > SILENCE ? Math.min(most, FIRST) : most;
    }
}
