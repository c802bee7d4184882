package dev.vignette.benchmark.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** All predictions of a vendor; no two are made at the same moment. */
final class Predictions {
    private static final Duration APART = Duration.of(1, ChronoUnit.MICROS);

    private final ConcurrentNavigableMap<Instant, Prediction> byCreation =
            new ConcurrentSkipListMap<>();
    private final Map<String, Prediction> byId = new ConcurrentHashMap<>();

    /** Makes one that takes that long. */
    synchronized Prediction make(Duration takes) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant last = byCreation.isEmpty() ? Instant.EPOCH : byCreation.lastKey();
        Instant createdAt = now.isAfter(last) ? now : last.plus(APART);
        String id = "distant%07d".formatted(byId.size());
        Prediction made = new Prediction(id, createdAt, createdAt.plus(takes));
        byCreation.put(createdAt, made);
        byId.put(id, made);
        return made;
    }

    Optional<Prediction> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Those made from then on, inclusive, and before then. */
    Stream<Prediction> newestFirst(Instant from, Instant to) {
        return from.isBefore(to)
                ? byCreation.subMap(from, true, to, false).descendingMap().values().stream()
                : Stream.empty();
    }

    int size() {
        return byId.size();
    }

    long inFlight() {
        Instant now = Instant.now();
        return byId.values().stream().filter(job -> job.endsAt().isAfter(now)).count();
    }

    /** When each ends, by its id. */
    ObjectNode ends() {
        ObjectNode ends = Json.object();
        byId.values().forEach(job -> ends.put(job.id(), job.endsAt().toString()));
        return ends;
    }

    record Prediction(String id, Instant createdAt, Instant endsAt) {}
}
