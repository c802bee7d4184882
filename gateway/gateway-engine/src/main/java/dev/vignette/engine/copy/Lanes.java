package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * So many at once and no more; of those that wait, the one whose link dies first goes first. A part
 * of the lanes is kept free for the urgent, so that no crowd of others can make them late.
 */
final class Lanes {
    private final ReentrantLock lock = new ReentrantLock();
    private final NavigableSet<Waiter> queue =
            new TreeSet<>(
                    Comparator.comparing(Waiter::turn, Turn.ORDER)
                            .thenComparingLong(Waiter::number));
    private final int lanes;
    private final int kept;
    private final Surroundings around;
    private int busy;
    private int ordinary;
    private long waiters;

    /**
     * @param lanes how many there are
     * @param kept how many of them only the urgent may use
     */
    Lanes(int lanes, int kept, Surroundings around) {
        this.lanes = lanes;
        this.kept = kept;
        this.around = around;
    }

    /** A lane that is the holder's until it is closed. */
    final class Lane implements AutoCloseable {
        private final boolean urgent;

        private Lane(boolean urgent) {
            this.urgent = urgent;
        }

        /** Whether somebody waits who would get this lane. */
        boolean wanted() {
            lock.lock();
            try {
                return !queue.isEmpty() && (!urgent || next(around.now()).isPresent());
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            leave(this);
        }
    }

    private static final class Waiter {
        private final Turn turn;
        private final long number;
        private final Condition admitted;
        private @Nullable Lane lane;

        Waiter(Turn turn, long number, Condition admitted) {
            this.turn = turn;
            this.number = number;
            this.admitted = admitted;
        }

        Turn turn() {
            return turn;
        }

        long number() {
            return number;
        }
    }

    /** Returns when a lane is the caller's, who has to close it. */
    Lane enter(Turn turn) throws InterruptedException {
        lock.lock();
        try {
            Waiter waiter = new Waiter(turn, waiters++, lock.newCondition());
            queue.add(waiter);
            admit();
            return lane(waiter);
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    private Lane lane(Waiter waiter) throws InterruptedException {
        try {
            while (waiter.lane == null) {
                // Until it is admitted, or urgent and may be admitted where it was not before.
                Optional<Duration> ordinaryFor = ordinaryFor(waiter.turn());
                if (ordinaryFor.isPresent()) {
                    around.waits().await(lock, waiter.admitted, ordinaryFor.get());
                    admit();
                } else {
                    waiter.admitted.await();
                }
            }
            return waiter.lane;
        } catch (InterruptedException e) {
            queue.remove(waiter);
            if (waiter.lane != null) {
                leave(waiter.lane); // it was handed over in the same moment
            }
            throw e;
        }
    }

    /** How long it is until that turn is urgent, or empty when that changes nothing. */
    private Optional<Duration> ordinaryFor(Turn turn) {
        Instant now = around.now();
        return kept == 0 || turn.urgentAt(now)
                ? Optional.empty()
                : Optional.of(Duration.between(now, turn.urgentFrom()));
    }

    private void leave(Lane lane) {
        lock.lock();
        try {
            busy--;
            ordinary -= lane.urgent ? 0 : 1;
            admit();
        } finally {
            lock.unlock();
        }
    }

    private void admit() {
        Instant now = around.now();
        for (Optional<Waiter> next = next(now);
                busy < lanes && next.isPresent();
                next = next(now)) {
            admit(next.get(), now);
        }
    }

    private void admit(Waiter waiter, Instant now) {
        queue.remove(waiter);
        Lane lane = new Lane(waiter.turn().urgentAt(now));
        busy++;
        ordinary += lane.urgent ? 0 : 1;
        waiter.lane = lane;
        waiter.admitted.signal();
    }

    /** Who would get a lane that is free. */
    private Optional<Waiter> next(Instant now) {
        if (ordinary < lanes - kept) {
            return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first());
        }
        return queue.stream().filter(waiter -> waiter.turn().urgentAt(now)).findFirst();
    }
}
