package dev.vignette.sandbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How a double behaves when nothing is wrong.
 *
 * @param pictureTime how long one picture takes, zero or more
 * @param linkLife how long links to pictures work
 * @param clock tells the time
 */
public record SandboxSettings(Duration pictureTime, Duration linkLife, Clock clock) {

    public SandboxSettings {
        if (pictureTime.isNegative() || linkLife.isNegative()) {
            throw new IllegalArgumentException("a duration is zero or more");
        }
    }

    /** For people who watch: quick, but visibly at work. Links die after an hour. */
    public static SandboxSettings forPeople(Clock clock) {
        return new SandboxSettings(Duration.ofMillis(400), Duration.ofHours(1), clock);
    }

    /** For tests: a picture takes no time. Links die after an hour. */
    public static SandboxSettings forTests(Clock clock) {
        return new SandboxSettings(Duration.ZERO, Duration.ofHours(1), clock);
    }
}
