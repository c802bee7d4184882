package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.Limits;
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
    private final Waits waits;
    private volatile Limits limits;
    private volatile @Nullable Bucket orders;
    private int inside;

    Turnstile(Limits limits, Waits waits) {
        this.waits = waits;
        this.limits = limits;
        this.orders = bucket(limits.ordersPerMinute());
    }

    /** From now on those limits hold; who is inside stays. A changed rate begins a new minute. */
    void keepTo(Limits other) {
        lock.lock();
        try {
            if (!other.ordersPerMinute().equals(limits.ordersPerMinute())) {
                orders = bucket(other.ordersPerMinute());
            }
            if (!other.equals(limits)) {
                limits = other;
                left.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Bucket bucket(OptionalInt perMinute) {
        return perMinute.isEmpty()
                ? null
                : Bucket.builder()
                        .withCustomTimePrecision(new SteadyTime(waits))
                        .addLimit(band ->
                                band.capacity(perMinute.getAsInt())
                                        .refillGreedy(perMinute.getAsInt(), Duration.ofMinutes(1)))
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
        Bucket bucket = orders;
        while (bucket != null && run.closing().isEmpty()) {
            ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
            if (probe.isConsumed()) {
                return true;
            }
            run.pause(Duration.ofNanos(probe.getNanosToWaitForRefill()));
            bucket = orders;
        }
        return bucket == null;
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
            while (inside >= limits.inFlight().orElse(Integer.MAX_VALUE)) {
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
