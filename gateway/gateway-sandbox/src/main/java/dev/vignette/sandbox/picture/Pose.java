package dev.vignette.sandbox.picture;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * How the person stands in one picture.
 *
 * @param mirrored whether left and right are swapped
 * @param tilt the head's tilt in degrees
 * @param zoom 1 shows all of the photo
 * @param shift to the right, as a share of the width
 * @param light how it is lit
 */
record Pose(boolean mirrored, double tilt, double zoom, double shift, Light light) {

    static Pose of(PictureOrder order) {
        return order.prompt().isEmpty()
                ? numbered(order.number(), order.seed())
                : described(order.prompt(), order.seed());
    }

    /**
     * A pose that looks different for every other prompt, and differs a little by the seed, which
     * also chooses the light. What the words mean is not understood.
     */
    private static Pose described(String prompt, long seed) {
        RandomGenerator words = random(prompt.hashCode());
        RandomGenerator jitter = random(seed);
        Light[] lights = Light.values();
        return new Pose(
                words.nextBoolean(),
                between(words, -6, 6) + between(jitter, -0.5, 0.5),
                between(words, 1.06, 1.3) + between(jitter, -0.01, 0.01),
                between(words, -0.05, 0.05),
                lights[jitter.nextInt(lights.length)]);
    }

    private static Pose numbered(int number, long seed) {
        RandomGenerator random = random(seed * 31 + number);
        int turn = Math.floorMod(number - 1, 4);
        double zoom = 0.98 + 0.09 * turn + random.nextDouble() * 0.04;
        double tilt = (random.nextDouble() - 0.5) * 2 + (turn % 2 == 0 ? -1.5 : 2.5);
        double shift = (turn % 2 == 0 ? 0.015 : -0.02) + (random.nextDouble() - 0.5) * 0.02;
        Light[] lights = Light.values();
        return new Pose(
                turn % 2 == 1, tilt, zoom, shift, lights[Math.floorMod(number - 1, lights.length)]);
    }

    private static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("SplittableRandom").create(seed);
    }

    private static double between(RandomGenerator random, double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** A closer crop is moved down so that the top of the head stays in the picture. */
    double zoomDrop() {
        return Math.max(0, zoom - 1) * 0.6;
    }
}
