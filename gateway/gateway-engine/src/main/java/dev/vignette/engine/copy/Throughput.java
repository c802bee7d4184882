package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Waits;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * How fast pictures come in, all lanes together, and how large they are. Only the time counts in
 * which anything was downloaded; what lies minutes back weighs less and less, and when nothing was
 * downloaded for long, nothing is known.
 */
final class Throughput {
    /** After that time an observation weighs a third. */
    private static final Duration MEMORY = Duration.ofMinutes(2);

    /** Less was not seen for long enough to be believed: a slow link gives its lane up sooner. */
    private static final double LEAST_SECONDS = 30;

    private static final long SIZE_BEFORE_ANY = 4_000_000;
    private static final double WEIGHT_OF_ONE = 0.1;
    private static final double NANOS = 1e9;

    private final Waits waits;
    private long updated;
    private int busy;
    private double bytes;
    private double seconds;
    private double size = SIZE_BEFORE_ANY;
    private boolean anySize;

    Throughput(Waits waits) {
        this.waits = waits;
        this.updated = waits.nanoTime();
    }

    /** Something is being downloaded until the result is closed. */
    synchronized Busy begin() {
        update();
        busy++;
        return this::end;
    }

    /** Ends one download. */
    @FunctionalInterface
    interface Busy extends AutoCloseable {
        @Override
        void close();
    }

    /** So much came in. */
    synchronized void arrived(int count) {
        update();
        bytes += count;
    }

    /** A picture of that size came in completely. */
    synchronized void complete(long wholeSize) {
        size = anySize ? size + WEIGHT_OF_ONE * (wholeSize - size) : wholeSize;
        anySize = true;
    }

    /** The rate at present, or empty when too little was seen lately. */
    synchronized OptionalDouble bytesPerSecond() {
        update();
        return seconds < LEAST_SECONDS
                ? OptionalDouble.empty()
                : OptionalDouble.of(bytes / seconds);
    }

    /** How large pictures are on the average, in bytes. */
    synchronized double meanSize() {
        return size;
    }

    private synchronized void end() {
        update();
        busy--;
    }

    private void update() {
        long now = waits.nanoTime();
        double memory = MEMORY.toSeconds();
        double kept = Math.exp(-(now - updated) / NANOS / memory);
        bytes *= kept;
        seconds *= kept;
        if (busy > 0) {
            seconds += memory * (1 - kept);
        }
        updated = now;
    }
}
