package dev.vignette.server.http.auth;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts each client's requests. A changed limit starts anew. */
@Singleton
final class RateLimits {
    private final ConcurrentMap<String, Limited> buckets = new ConcurrentHashMap<>();

    private record Limited(int perMinute, Bucket bucket) {}

    /** Counts one request; when it is one too many, how long to wait. */
    Optional<Duration> count(ClientAccess client) {
        if (client.requestsPerMinute().isEmpty()) {
            return Optional.empty();
        }
        int perMinute = client.requestsPerMinute().getAsInt();
        Limited limited =
                buckets.compute(
                        client.client().name(),
                        (_, old) ->
                                old != null && old.perMinute() == perMinute
                                        ? old
                                        : new Limited(perMinute, bucket(perMinute)));
        ConsumptionProbe probe = limited.bucket().tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private static Bucket bucket(int perMinute) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                .build();
    }
}
