package dev.vignette.engine.watch;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * How long an account's jobs took lately, by the pictures ordered, and from that how long a job
 * hardly ever takes less. Not safe for many threads.
 */
final class Durations {
    /** So many are remembered; what was true before is forgotten with them. */
    private static final int REMEMBERED = 512;

    /** Fewer tell nothing of what is rare. */
    private static final int ENOUGH = 100;

    /** Of 512, fewer than one in a hundred were shorter than this one. */
    private static final int RARE = 3;

    private static final int MARGIN_PERCENT = 90;

    private final Map<Integer, Deque<Duration>> taken = new HashMap<>();
    private final Map<Integer, Duration> least = new HashMap<>();

    /** A job delivered that many pictures after that long. */
    void took(int pictures, Duration duration) {
        Deque<Duration> known = taken.computeIfAbsent(pictures, _ -> new ArrayDeque<>());
        known.add(duration);
        if (known.size() > REMEMBERED) {
            known.remove();
        }
        if (known.size() >= ENOUGH) {
            Duration rare = known.stream().sorted().skip(RARE - 1L).findFirst().orElseThrow();
            least.put(pictures, rare.multipliedBy(MARGIN_PERCENT).dividedBy(100));
        }
    }

    /** Before that age hardly any ends; zero while too few are known. */
    Duration least(int pictures) {
        return least.getOrDefault(pictures, Duration.ZERO);
    }
}
