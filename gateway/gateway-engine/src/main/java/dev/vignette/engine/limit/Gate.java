package dev.vignette.engine.limit;

import dev.vignette.engine.limit.Passage.Stage;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.generation.Priority;
import dev.vignette.provider.Limits;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The gate in front of one account: calls those who wait in turn, as many as the account bears.
 * What it knows of other gateways, the database tells when an order is about to leave.
 */
public final class Gate {
    /** Then those who wait look whether they are still wanted. */
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Line line = new Line();
    private final String provider;
    private final Waits waits;
    private final Bounds bounds;
    private volatile Limits inForce = Limits.NONE;

    Gate(String provider, Surroundings around) {
        this.provider = provider;
        this.waits = around.waits();
        this.bounds = new Bounds(provider, around);
    }

    /** Somebody comes. */
    public Passage passage(Visitor visitor) {
        return new Passage(this, visitor, lock.newCondition());
    }

    /** How the account stands. */
    public GateView view() {
        return locked(() ->
                new GateView(
                        provider,
                        bounds.places().taken(),
                        bounds.places().limit(),
                        bounds.places().ceiling(),
                        bounds.minute().limit(),
                        bounds.minute().sentLately(waits.nanoTime()),
                        line.waiting(Priority.LIVE),
                        line.waiting(Priority.BATCH),
                        bounds.closure()));
    }

    /** How many wait. Without the lock: whoever holds another gate's may ask. */
    int waiting() {
        return line.length();
    }

    /** How many places are taken. */
    int inside() {
        return locked(() -> bounds.places().taken());
    }

    /** What the operator allows, from the next order on. */
    void keepWithin(Limits limits) {
        if (!limits.equals(inForce)) {
            inForce = limits;
            change(() -> bounds.keepWithin(limits));
        }
    }

    boolean enter(Passage passage) throws InterruptedException {
        if (!passage.visitor().queues()) {
            return pass(passage);
        }
        lock.lockInterruptibly();
        long from = waits.nanoTime();
        try {
            join(passage);
            while (passage.stage == Stage.WAITING && !passage.visitor().gone().getAsBoolean()) {
                callNext();
                if (passage.stage == Stage.WAITING) {
                    waits.await(lock, passage.bell(), patience(passage));
                }
            }
            return passage.stage == Stage.CALLED;
        } finally {
            passage.waited += waits.nanoTime() - from;
            stepOut(passage);
            lock.unlock();
        }
    }

    /** Past everybody who waits; only what all gateways keep to holds it up. */
    private boolean pass(Passage passage) throws InterruptedException {
        if (locked(() -> passage.stage) == Stage.HELD_UP) {
            waits.pause(Bounds.UNTIL_ROOM);
        }
        change(() -> admit(passage));
        return true;
    }

    void occupy(Passage passage) {
        change(() -> {
            bounds.places().take();
            passage.stage = Stage.ANSWERED;
        });
    }

    void heldUp(Passage passage, Departure.HeldUp why) {
        change(() -> {
            bounds.heldUp(why);
            passage.stage = Stage.HELD_UP;
        });
    }

    void departed(Passage passage) {
        change(() -> {
            bounds.departed();
            passage.calledAt = waits.nanoTime();
        });
    }

    Optional<Closure> answered(Passage passage, Bounds.Answer answer) {
        return locked(() -> {
            passage.stage = Stage.ANSWERED;
            Optional<Closure> news = bounds.answered(answer, passage.calledAt);
            callNext();
            wakeFirst();
            return news;
        });
    }

    void leave(Passage passage) {
        change(() -> {
            switch (passage.stage) {
                case CALLED -> bounds.giveUp();
                case ANSWERED -> bounds.places().leave();
                case OUTSIDE, HELD_UP, WAITING, LEFT -> {}
            }
            passage.stage = Stage.LEFT;
        });
    }

    Duration waited(Passage passage) {
        return Duration.ofNanos(locked(() -> passage.waited));
    }

    private void join(Passage passage) {
        boolean again = passage.stage == Stage.HELD_UP;
        passage.stage = Stage.WAITING;
        if (again) {
            line.addFirst(passage);
        } else {
            line.add(passage);
        }
    }

    private void stepOut(Passage passage) {
        if (passage.stage == Stage.WAITING) {
            line.remove(passage);
            passage.stage = Stage.OUTSIDE;
            callNext();
            wakeFirst();
        }
    }

    private void callNext() {
        boolean called = false;
        while (line.next().isPresent() && bounds.isOpen()) {
            call(line.call().orElseThrow());
            called = true;
        }
        if (called) {
            wakeFirst();
        }
    }

    private void call(Passage next) {
        if (next.visitor().gone().getAsBoolean()) {
            next.stage = Stage.OUTSIDE;
        } else {
            admit(next);
            bounds.turn();
        }
        next.bell().signal();
    }

    private void admit(Passage passage) {
        bounds.begin();
        passage.calledAt = waits.nanoTime();
        passage.stage = Stage.CALLED;
    }

    /** Whoever is next now reckons how long it has to wait. */
    private void wakeFirst() {
        line.next().ifPresent(first -> first.bell().signal());
    }

    /** Only who is next has to be there in time. */
    private Duration patience(Passage passage) {
        boolean first = line.next().filter(passage::equals).isPresent();
        long left = bounds.left();
        return first && bounds.hasRoom() && left > 0 && left < LOOK_UP.toNanos()
                ? Duration.ofNanos(left)
                : LOOK_UP;
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            callNext();
            wakeFirst();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> read) {
        lock.lock();
        try {
            return read.get();
        } finally {
            lock.unlock();
        }
    }
}
