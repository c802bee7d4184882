package dev.vignette.simulation.limit;

import java.time.Duration;

/**
 * How the made-up account behaves, second by second.
 *
 * @param name what it is called in the plot
 * @param from when it begins
 * @param answer how long an order takes to be answered
 * @param refuses whether every order is refused as one too many
 */
record Weather(String name, Duration from, Duration answer, boolean refuses) {
    private static final Duration QUICK = Duration.ofMillis(200);

    /** How long a refusal asks to wait. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(20);

    /** The whole story. */
    static final Weather[] STORY = {
        new Weather("calm", Duration.ZERO, QUICK, false),
        new Weather("10 x slower", Duration.ofMinutes(1), QUICK.multipliedBy(10), false),
        new Weather("well again", Duration.ofMinutes(2), QUICK, false),
        new Weather("429", Duration.ofMinutes(5), QUICK, true),
        new Weather("well again", Duration.ofSeconds(330), QUICK, false)
    };

    /** When the story ends. */
    static final Duration END = Duration.ofMinutes(8);

    static Weather at(Duration time) {
        Weather now = STORY[0];
        for (Weather weather : STORY) {
            now = weather.from().compareTo(time) <= 0 ? weather : now;
        }
        return now;
    }
}
