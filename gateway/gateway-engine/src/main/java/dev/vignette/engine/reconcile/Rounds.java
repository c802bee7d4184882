package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * When a provider's list is worth another reading for an attempt: often at first, then less. Goes
 * by a clock that nobody sets.
 */
final class Rounds {
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration GROWN = Duration.ofMinutes(5);

    private final Map<AttemptId, Long> watched = new ConcurrentHashMap<>();
    private final Map<AttemptId, Long> looked = new ConcurrentHashMap<>();
    private final Waits waits;

    Rounds(Waits waits) {
        this.waits = waits;
    }

    /** Whether it is worth it for one of these. */
    boolean due(Collection<Attempt> attempts) {
        return attempts.stream().anyMatch(this::due);
    }

    /** The list is read for these. */
    void looked(Collection<Attempt> attempts) {
        attempts.forEach(attempt -> looked.put(attempt.id(), waits.nanoTime()));
    }

    /** How long this process has known of the doubt, whatever was done to the clock meanwhile. */
    Duration watched(Attempt attempt) {
        long now = waits.nanoTime();
        return Duration.ofNanos(now - watched.computeIfAbsent(attempt.id(), _ -> now));
    }

    /** Only these are in doubt any more. */
    void keepOnly(Collection<Attempt> attempts) {
        Set<AttemptId> open = attempts.stream().map(Attempt::id).collect(Collectors.toSet());
        looked.keySet().retainAll(open);
        watched.keySet().retainAll(open);
    }

    private boolean due(Attempt attempt) {
        Long last = looked.get(attempt.id());
        return last == null || waits.nanoTime() - last >= pause(watched(attempt)).toNanos();
    }

    private static Duration pause(Duration age) {
        if (age.compareTo(YOUNG) < 0) {
            return Duration.ofSeconds(5);
        }
        return age.compareTo(GROWN) < 0 ? Duration.ofSeconds(15) : Duration.ofMinutes(1);
    }
}
