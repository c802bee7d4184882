package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** When a provider's list is worth another reading for an attempt: often at first, then less. */
final class Rounds {
    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final Duration GROWN = Duration.ofMinutes(5);

    private final Map<AttemptId, Instant> looked = new ConcurrentHashMap<>();
    private final Map<AttemptId, Long> watched = new ConcurrentHashMap<>();
    private final Waits waits;

    Rounds(Waits waits) {
        this.waits = waits;
    }

    /** Whether it is worth it for one of these. */
    boolean due(Collection<Attempt> attempts, Instant now) {
        return attempts.stream().anyMatch(attempt -> due(attempt, now));
    }

    /** The list was read for these. */
    void looked(Collection<Attempt> attempts, Instant now) {
        attempts.forEach(attempt -> looked.put(attempt.id(), now));
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

    private boolean due(Attempt attempt, Instant now) {
        Instant last = looked.get(attempt.id());
        if (last == null) {
            return true;
        }
        Doubt doubt = Doubt.of(attempt);
        return !now.isBefore(last.plus(pause(Duration.between(doubt.from(), now))));
    }

    private static Duration pause(Duration age) {
        if (age.compareTo(YOUNG) < 0) {
            return Duration.ofSeconds(5);
        }
        return age.compareTo(GROWN) < 0 ? Duration.ofSeconds(15) : Duration.ofMinutes(1);
    }
}
