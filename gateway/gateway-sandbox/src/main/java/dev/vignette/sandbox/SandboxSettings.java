package dev.vignette.sandbox;

import java.time.Clock;
import java.time.Duration;

/**
 * How a double behaves when nothing is wrong.
 *
 * @param pictureTime how long one picture takes, zero or more
 * @param linkLife how long links to pictures work
 * @param clock tells the time
 * @param port where it listens; 0 for any free one
 */
public record SandboxSettings(Duration pictureTime, Duration linkLife, Clock clock, int port) {

    public SandboxSettings {
        if (pictureTime.isNegative() || linkLife.isNegative()) {
            throw new IllegalArgumentException("a duration is zero or more");
        }
    }

    /** For people who watch: quick, but visibly at work. Links die after an hour. */
    public static SandboxSettings forPeople(Clock clock) {
        return new SandboxSettings(Duration.ofMillis(400), Duration.ofHours(1), clock, 0);
    }

    /** For tests: a picture takes no time. Links die after an hour. */
    public static SandboxSettings forTests(Clock clock) {
        return new SandboxSettings(Duration.ZERO, Duration.ofHours(1), clock, 0);
    }

    /** The same on that port. */
    public SandboxSettings on(int chosenPort) {
        return new SandboxSettings(pictureTime, linkLife, clock, chosenPort);
    }
}
