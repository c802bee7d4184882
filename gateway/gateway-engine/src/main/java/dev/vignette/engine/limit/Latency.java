package dev.vignette.engine.limit;

import java.time.Duration;

/**
 * How long orders take to be answered, against what is usual for the account. What is usual follows
 * quickly downwards and slowly upwards: a provider that has become slow for good is taken for
 * normal after some hundred orders.
 */
final class Latency {
    private static final double RECENT = 0.15;
    private static final double DOWNWARDS = 0.1;
    private static final double UPWARDS = 0.005;

    /** So many times as long as usual is slow: jobs differ among each other by less. */
    private static final double SLOW = 2.5;

    /** Below it nothing is slow: differences between quick answers are noise. */
    private static final double QUICK = Duration.ofMillis(50).toNanos();

    private double usual;
    private double recent;

    /** Takes note of an answer; whether the account is slow now. */
    boolean isSlow(Duration took) {
        double sample = took.toNanos();
        if (usual == 0) {
            usual = sample;
            recent = sample;
        }
        recent += (sample - recent) * RECENT;
        double bound = SLOW * Math.max(usual, QUICK);
        usual += (Math.min(sample, bound) - usual) * (sample < usual ? DOWNWARDS : UPWARDS);
        return recent > bound && sample > bound;
    }
}
