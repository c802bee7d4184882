package dev.vignette.benchmark.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** Durations in milliseconds, in order. */
final class Samples {
    private static final double NANOS_IN_A_MILLI = 1e6;

    private final double[] sorted;

    private Samples(double[] sorted) {
        this.sorted = sorted;
    }

    static Samples of(DoubleStream millis) {
        return new Samples(millis.sorted().toArray());
    }

    static Samples ofNanos(long[] nanos) {
        return of(Arrays.stream(nanos).mapToDouble(nano -> nano / NANOS_IN_A_MILLI));
    }

    double median() {
        return percentile(50);
    }

    /** The value that so many percent do not exceed. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(0, rank - 1)];
    }
}
