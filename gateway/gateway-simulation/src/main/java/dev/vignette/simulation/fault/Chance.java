package dev.vignette.simulation.fault;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws from a seed: the same seed, the same draws. */
public final class Chance {
    private final SplittableRandom random;

    /** All that follows from that seed. */
    public Chance(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** A source of its own, so that draws here do not change draws there. */
    public Chance apart() {
        return new Chance(random.split());
    }

    /** The bare source. */
    public RandomGenerator source() {
        return random;
    }

    /** True with that probability. */
    public boolean of(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    public int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    /** A length of time; short ones are as likely as long ones on a scale that doubles. */
    public Duration between(Duration least, Duration most) {
        double low = Math.log((double) Math.max(1, least.toNanos()));
        double high = Math.log((double) Math.max(1, most.toNanos()));
        return Duration.ofNanos((long) Math.exp(low + random.nextDouble() * (high - low)));
    }

    /** One of them. */
    public <T> T oneOf(List<T> several) {
        return several.get(random.nextInt(several.size()));
    }
}
