package dev.vignette.engine.limit;

import dev.vignette.engine.limit.Closure.Why;
import dev.vignette.engine.limit.Passage.Stage;
import dev.vignette.engine.limit.Passage.Verdict;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Priority;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Quota;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The gate in front of one account: keeps it within its limits and what was learned of them, and
 * calls those who wait in turn. What it knows of other gateways, the database tells when an order
 * is about to leave.
 */
public final class Gate {
    /** Then those who wait look whether they are still wanted. */
    private static final Duration LOOK_UP = Duration.ofMillis(500);

    /** How long to wait while other gateways use all of an account's places. */
    private static final Duration UNTIL_ROOM = Duration.ofMillis(250);

    /** What is over sooner, others find out by themselves. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Line line = new Line();
    private final Latency latency = new Latency();
    private final Places places = new Places();
    private final String provider;
    private final Surroundings around;
    private final Calls calls;
    private final Pauses pauses;
    private final Spread spread;
    private final Minute minute;
    private volatile Limits inForce = Limits.NONE;

    Gate(String provider, Surroundings around) {
        this.provider = provider;
        this.around = around;
        long now = around.waits().nanoTime();
        this.calls = new Calls(now);
        // Steady time begins anywhere, so gateways draw differently and a simulation always alike.
        this.pauses = new Pauses(new SplittableRandom(provider.hashCode() ^ now), now);
        this.spread = new Spread(now);
        this.minute = new Minute(around.waits());
    }

    /** Somebody comes. */
    public Passage passage(Visitor visitor) {
        return new Passage(this, visitor, lock.newCondition());
    }

    /** How the account stands. */
    public GateView view() {
        return locked(() -> {
            long now = now();
            return new GateView(
                    provider,
                    places.taken(),
                    places.limit(),
                    places.ceiling(),
                    minute.limit(),
                    minute.sentLately(now),
                    line.waiting(Priority.LIVE),
                    line.waiting(Priority.BATCH),
                    closure(now));
        });
    }

    /** How many wait. */
    int waiting() {
        return locked(() -> line.waiting(Priority.LIVE) + line.waiting(Priority.BATCH));
    }

    /** How many places are taken. */
    int inside() {
        return locked(places::taken);
    }

    /** What the operator allows, from the next order on. */
    void keepWithin(Limits limits) {
        if (limits.equals(inForce)) {
            return;
        }
        change(() -> {
            inForce = limits;
            places.ceiling(limits.inFlight());
            minute.limit(limits.ordersPerMinute());
        });
    }

    boolean enter(Passage passage) throws InterruptedException {
        if (!passage.visitor().queues()) {
            return pass(passage);
        }
        lock.lockInterruptibly();
        long from = now();
        try {
            join(passage);
            while (passage.stage == Stage.WAITING && !passage.visitor().gone().getAsBoolean()) {
                callNext();
                if (passage.stage == Stage.WAITING) {
                    around.waits().await(lock, passage.bell(), patience(passage));
                }
            }
            return passage.stage == Stage.CALLED;
        } finally {
            passage.waited += now() - from;
            if (passage.stage == Stage.WAITING) {
                line.remove(passage);
                passage.stage = Stage.OUTSIDE;
                callNext();
            }
            lock.unlock();
        }
    }

    /** Past everybody who waits; only what all gateways keep to holds it up. */
    private boolean pass(Passage passage) throws InterruptedException {
        if (locked(() -> passage.stage) == Stage.HELD_UP) {
            around.waits().pause(UNTIL_ROOM);
        }
        change(() -> admit(passage));
        return true;
    }

    void occupy(Passage passage) {
        change(() -> {
            places.take();
            passage.stage = Stage.ANSWERED;
        });
    }

    void heldUp(Passage passage, Departure.HeldUp why) {
        change(() -> {
            calls.end();
            calls.heldUp();
            places.leave();
            passage.stage = Stage.HELD_UP;
            switch (why) {
                case Departure.Full _ -> pauses.close(UNTIL_ROOM, Why.IN_FLIGHT, now());
                case Departure.TooMany(Instant freeAt) ->
                        pauses.close(until(freeAt), Why.ORDERS_PER_MINUTE, now());
                case Departure.Closed(Instant until) -> {
                    calls.throttled();
                    pauses.close(until(until), Why.THROTTLED, now());
                }
            }
        });
    }

    private Duration until(Instant moment) {
        Duration left = Duration.between(around.now(), moment);
        return left.isPositive() ? left : UNTIL_ROOM;
    }

    void departed(Passage passage) {
        change(() -> {
            calls.granted();
            passage.calledAt = now();
            minute.sent(now());
        });
    }

    Optional<Closure> answered(
            Passage passage, Verdict verdict, Optional<Duration> told, Answer answer) {
        return locked(() -> {
            long now = now();
            calls.end();
            passage.stage = Stage.ANSWERED;
            answer.quota().ifPresent(quota -> spread.told(quota, around.now(), now));
            switch (verdict) {
                case TAKEN -> taken(passage, answer.took(), now);
                case NOTHING -> {}
                case TROUBLE -> {
                    places.trouble(passage.calledAt, now);
                    calls.trouble();
                }
                case THROTTLED -> {
                    places.trouble(passage.calledAt, now);
                    calls.throttled();
                    pauses.throttled(told, passage.calledAt, now);
                }
            }
            callNext();
            wakeFirst();
            return verdict == Verdict.THROTTLED || answer.nothingIsLeft()
                    ? closure(now).filter(this::isWorthTelling)
                    : Optional.empty();
        });
    }

    private void taken(Passage passage, Duration took, long now) {
        calls.taken(now);
        pauses.taken(passage.calledAt);
        if (latency.isSlow(took)) {
            places.slow(passage.calledAt, now);
        } else {
            places.well();
        }
    }

    private boolean isWorthTelling(Closure closure) {
        return switch (closure.why()) {
            case THROTTLED -> true;
            case QUOTA -> closure.until().isAfter(around.now().plus(WORTH_TELLING));
            case ORDERS_PER_MINUTE, IN_FLIGHT -> false;
        };
    }

    void leave(Passage passage) {
        change(() -> {
            switch (passage.stage) {
                case CALLED -> {
                    calls.end();
                    places.leave();
                }
                case ANSWERED -> places.leave();
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

    private void callNext() {
        boolean called = false;
        while (line.next().isPresent() && isOpen()) {
            Passage next = line.call().orElseThrow();
            if (next.visitor().gone().getAsBoolean()) {
                next.stage = Stage.OUTSIDE;
            } else {
                admit(next);
                minute.passed();
                spread.passed(now());
            }
            next.bell().signal();
            called = true;
        }
        if (called) {
            wakeFirst();
        }
    }

    private void admit(Passage passage) {
        places.take();
        calls.begin();
        passage.calledAt = now();
        passage.stage = Stage.CALLED;
    }

    /** Whoever is next now reckons how long it has to wait. */
    private void wakeFirst() {
        line.next().ifPresent(first -> first.bell().signal());
    }

    private boolean isOpen() {
        return hasRoom() && left(now()) <= 0;
    }

    private boolean hasRoom() {
        return places.hasRoom() && calls.hasRoom(now());
    }

    private long left(long now) {
        return Math.max(pauses.left(now), Math.max(spread.left(now), minute.left()));
    }

    private Duration patience(Passage passage) {
        boolean first = line.next().filter(passage::equals).isPresent();
        long left = left(now());
        return first && hasRoom() && left > 0 && left < LOOK_UP.toNanos()
                ? Duration.ofNanos(left)
                : LOOK_UP;
    }

    private Optional<Closure> closure(long now) {
        return Stream.of(
                        new Left(pauses.left(now), pauses.why()),
                        new Left(spread.left(now), Why.QUOTA),
                        new Left(minute.left(), Why.ORDERS_PER_MINUTE))
                .filter(left -> left.nanos() > 0)
                .max(Comparator.comparingLong(Left::nanos))
                .map(left -> new Closure(around.now().plusNanos(left.nanos()), left.why()));
    }

    private record Left(long nanos, Why why) {}

    /**
     * What came back.
     *
     * @param took how long it took
     * @param quota what is left, if that was said
     */
    record Answer(Duration took, Optional<Quota> quota) {
        boolean nothingIsLeft() {
            return quota.filter(left -> left.remaining() <= 0).isPresent();
        }
    }

    private long now() {
        return around.waits().nanoTime();
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
