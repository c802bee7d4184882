package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Waits;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one account within its limits: so many jobs at once, so many orders a minute. Whoever waits
 * here has an attempt that is written down and not sent, which costs nothing.
 */
final class Turnstile {
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition left = lock.newCondition();
    private final OptionalInt limit;
    private final @Nullable Bucket orders;
    private final Waits waits;
    private int inside;

    Turnstile(OptionalInt inFlight, OptionalInt ordersPerMinute, Waits waits) {
        this.limit = inFlight;
        this.waits = waits;
        this.orders =
                ordersPerMinute.isEmpty()
                        ? null
                        : Bucket.builder()
                                .withCustomTimePrecision(new SteadyTime(waits))
                                .addLimit(band ->
                                        band.capacity(ordersPerMinute.getAsInt())
                                                .refillGreedy(
                                                        ordersPerMinute.getAsInt(),
                                                        Duration.ofMinutes(1)))
                                .build();
    }

    /** Waits for a place, as long as the run is open; {@code null} when it was closed before. */
    @Nullable Place enter(ProductionRun run) throws InterruptedException {
        Place place = placeFor(run);
        if (place == null) {
            return null;
        }
        boolean kept = false;
        try {
            kept = mayOrder(run);
            return kept ? place : null;
        } finally {
            if (!kept) {
                place.leave();
            }
        }
    }

    /** Waits until one more order fits into the minute; whether the run is still open then. */
    private boolean mayOrder(ProductionRun run) throws InterruptedException {
        while (orders != null && run.closing().isEmpty()) {
            ConsumptionProbe probe = orders.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return true;
            }
            run.pause(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        return orders == null;
    }

    /** Takes a place without waiting, for a job that is already at the provider. */
    Place occupy() {
        lock.lock();
        try {
            inside++;
            return new Place();
        } finally {
            lock.unlock();
        }
    }

    /** How many places are taken. */
    int inside() {
        lock.lock();
        try {
            return inside;
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Place placeFor(ProductionRun run) throws InterruptedException {
        lock.lock();
        try {
            while (limit.isPresent() && inside >= limit.getAsInt()) {
                if (run.closing().isPresent()) {
                    return null;
                }
                waits.await(lock, left, LOOK_UP);
            }
            inside++;
            return new Place();
        } finally {
            lock.unlock();
        }
    }

    /** A place taken; leaving twice is leaving once. */
    final class Place {
        private final AtomicBoolean taken = new AtomicBoolean(true);

        void leave() {
            if (!taken.compareAndSet(true, false)) {
                return;
            }
            lock.lock();
            try {
                inside--;
                left.signal();
            } finally {
                lock.unlock();
            }
        }
    }

    /** Measures the minute like everything else. */
    private record SteadyTime(Waits waits) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return waits.nanoTime();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
