package dev.vignette.engine.limit;

import dev.vignette.engine.surroundings.SteadyTime;
import dev.vignette.engine.surroundings.Waits;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The orders of a minute: lets a quarter of them leave at once and the others evenly, so that there
 * is no rush at the full minute. How many a minute has in truth, the database counts for all
 * gateways.
 */
final class Minute {
    private static final long NANOS = Duration.ofMinutes(1).toNanos();
    private static final int AT_ONCE = 4;

    private final Waits waits;
    private final Deque<Long> sent = new ArrayDeque<>();
    private OptionalInt limit = OptionalInt.empty();
    private @Nullable Bucket bucket;

    Minute(Waits waits) {
        this.waits = waits;
    }

    /** What the operator allows, from now on; what is used up stays so. */
    void limit(OptionalInt allowed) {
        if (allowed.equals(limit)) {
            return;
        }
        limit = allowed;
        bucket = allowed.isEmpty() ? null : bucket(allowed.getAsInt());
    }

    private Bucket bucket(int perMinute) {
        Bandwidth band =
                Bandwidth.builder()
                        .capacity(Math.max(perMinute / AT_ONCE, 1))
                        .refillGreedy(perMinute, Duration.ofMinutes(1))
                        .build();
        if (bucket == null) {
            return Bucket.builder()
                    .withCustomTimePrecision(new SteadyTime(waits))
                    .addLimit(band)
                    .build();
        }
        bucket.replaceConfiguration(
                BucketConfiguration.builder().addLimit(band).build(),
                TokensInheritanceStrategy.PROPORTIONALLY);
        return bucket;
    }

    OptionalInt limit() {
        return limit;
    }

    /** Nanoseconds until the next order may leave; zero when it may now. */
    long left() {
        return bucket == null ? 0 : bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
    }

    /** An order is about to leave. */
    void passed() {
        if (bucket != null) {
            bucket.consumeIgnoringRateLimits(1);
        }
    }

    /** An order has left. */
    void sent(long now) {
        forget(now);
        sent.addLast(now);
    }

    /** How many have left within the last minute, from this gateway. */
    int sentLately(long now) {
        forget(now);
        return sent.size();
    }

    private void forget(long now) {
        while (!sent.isEmpty() && now - sent.getFirst() >= NANOS) {
            sent.removeFirst();
        }
    }
}
