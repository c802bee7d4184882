package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.id.ProductionId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Lets callers wait for something to happen to a production, on this gateway or another. */
public final class Completions {
    /** A signal of another gateway may have got lost. */
    private static final Duration LOOK_UP = Duration.ofSeconds(5);

    private final Map<ProductionId, Bell> bells = new ConcurrentHashMap<>();
    private final Waits waits;
    private volatile boolean closed;

    /** Nobody waits yet. */
    public Completions(Waits waits) {
        this.waits = waits;
    }

    /** Something has happened to it; whoever waits looks whether that is what he waits for. */
    public void changed(ProductionId production) {
        Bell bell = bells.get(production);
        if (bell != null) {
            bell.ring();
        }
    }

    /**
     * Waits until it is over, at most that long, or until the gateway stops.
     *
     * @param over asked at first, whenever something has happened, and now and then
     */
    public void await(ProductionId production, Duration patience, BooleanSupplier over) {
        Bell bell = bells.compute(production, (_, known) -> entered(known));
        try {
            await(bell, waits.nanoTime() + patience.toNanos(), over);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            bells.computeIfPresent(production, (_, known) -> known.left() ? null : known);
        }
    }

    /** Nobody waits any more: the gateway stops. */
    public void close() {
        closed = true;
        bells.values().forEach(Bell::ring);
    }

    private void await(Bell bell, long end, BooleanSupplier over) throws InterruptedException {
        long seen = bell.rings();
        while (!closed && !over.getAsBoolean()) {
            Duration left = Duration.ofNanos(end - waits.nanoTime());
            if (!left.isPositive()) {
                return;
            }
            bell.await(seen, left.compareTo(LOOK_UP) < 0 ? left : LOOK_UP);
            seen = bell.rings();
        }
    }

    private Bell entered(@Nullable Bell known) {
        Bell bell = known == null ? new Bell() : known;
        bell.waiting++;
        return bell;
    }

    private final class Bell {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private int waiting; // changed only within the map's own turns
        private long rings;

        long rings() {
            lock.lock();
            try {
                return rings;
            } finally {
                lock.unlock();
            }
        }

        void ring() {
            lock.lock();
            try {
                rings++;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Waits for a ring after those that were seen; may return early. */
        void await(long seen, Duration most) throws InterruptedException {
            lock.lockInterruptibly();
            try {
                if (rings == seen && !closed) {
                    waits.await(lock, rung, most);
                }
            } finally {
                lock.unlock();
            }
        }

        /** Whether nobody is left. */
        boolean left() {
            waiting--;
            return waiting == 0;
        }
    }
}
