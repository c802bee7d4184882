package dev.vignette.tck.memory;

import static java.util.Comparator.reverseOrder;

import dev.vignette.provider.Limits;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When orders of each account departed, and which accounts are closed. */
final class MemoryAccounts {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Map<String, List<Instant>> departures = new HashMap<>();
    private final Map<String, Span> closed = new HashMap<>();

    MemoryAccounts() {}

    MemoryAccounts(MemoryAccounts others) {
        become(others);
    }

    private record Span(Instant since, Instant until) {
        boolean isBelieved(Instant now) {
            return !since.isAfter(now.plus(MINUTE));
        }
    }

    void become(MemoryAccounts others) {
        departures.clear();
        others.departures.forEach(
                (provider, times) -> departures.put(provider, new ArrayList<>(times)));
        closed.clear();
        closed.putAll(others.closed);
    }

    Optional<Departure> heldUp(String provider, Limits limits, Instant now, long inFlight) {
        Span span = closed.get(provider);
        if (span != null && span.until().isAfter(now) && span.isBelieved(now)) {
            return Optional.of(new Departure.Closed(span.until()));
        }
        if (limits.inFlight().isPresent() && inFlight >= limits.inFlight().getAsInt()) {
            return Optional.of(new Departure.Full());
        }
        return limits.ordersPerMinute().isEmpty()
                ? Optional.empty()
                : tooMany(provider, limits.ordersPerMinute().getAsInt(), now);
    }

    private Optional<Departure> tooMany(String provider, int most, Instant now) {
        return departures.getOrDefault(provider, List.of()).stream()
                .filter(at -> at.isAfter(now.minus(MINUTE)) && at.isBefore(now.plus(MINUTE)))
                .sorted(reverseOrder())
                .skip(Math.max(most - 1, 0))
                .findFirst()
                .map(oldest -> new Departure.TooMany(oldest.plus(MINUTE)));
    }

    void departed(String provider, Instant at) {
        departures.computeIfAbsent(provider, _ -> new ArrayList<>()).add(at);
    }

    /** Closes it, unless it is closed for longer by a clock that was right. */
    boolean close(String provider, Instant since, Instant until) {
        @Nullable Span known = closed.get(provider);
        boolean holds = known != null && known.isBelieved(since) && !known.until().isBefore(until);
        if (!holds) {
            closed.put(provider, new Span(since, until));
        }
        return !holds;
    }
}
