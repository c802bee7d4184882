package dev.vignette.engine.limit;

import dev.vignette.engine.limit.Closure.Why;
import dev.vignette.engine.limit.Passage.Verdict;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Quota;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What one account bears now, from what the operator allows, the database tells and answers teach.
 * Used under its gate's lock.
 */
final class Bounds {
    /** How long to wait while other gateways use all of an account's places. */
    static final Duration UNTIL_ROOM = Duration.ofMillis(250);

    /** What is over sooner, others find out by themselves. */
    private static final Duration WORTH_TELLING = Duration.ofSeconds(2);

    private final Surroundings around;
    private final Latency latency = new Latency();
    private final Places places = new Places();
    private final Calls calls;
    private final Pauses pauses;
    private final Spread spread;
    private final Minute minute;

    Bounds(String provider, Surroundings around) {
        this.around = around;
        long now = around.waits().nanoTime();
        this.calls = new Calls(now);
        // Steady time begins anywhere, so gateways draw differently and a simulation always alike.
        this.pauses = new Pauses(new SplittableRandom(provider.hashCode() ^ now), now);
        this.spread = new Spread(now);
        this.minute = new Minute(around.waits());
    }

    void keepWithin(Limits limits) {
        places.ceiling(limits.inFlight());
        minute.limit(limits.ordersPerMinute());
    }

    Places places() {
        return places;
    }

    Minute minute() {
        return minute;
    }

    /** Whether the next order may leave now. */
    boolean isOpen() {
        return hasRoom() && left() <= 0;
    }

    /** Whether only time keeps the next order from leaving. */
    boolean hasRoom() {
        return places.hasRoom() && calls.hasRoom(now());
    }

    /** Nanoseconds until it is time for the next order; zero or less when it is. */
    long left() {
        long now = now();
        return Math.max(pauses.left(now), Math.max(spread.left(now), minute.left()));
    }

    /** Somebody is called who waited for his turn. */
    void turn() {
        minute.passed();
        spread.passed(now());
    }

    /** Somebody has a place and is about to send. */
    void begin() {
        places.take();
        calls.begin();
    }

    /** Somebody gives up who was about to send. */
    void giveUp() {
        calls.end();
        places.leave();
    }

    /** The order leaves. */
    void departed() {
        calls.granted();
        minute.sent(now());
    }

    /** The database did not let the order leave. */
    void heldUp(Departure.HeldUp why) {
        giveUp();
        calls.heldUp();
        switch (why) {
            case Departure.Full _ -> pauses.close(UNTIL_ROOM, Why.IN_FLIGHT, now());
            case Departure.TooMany(Instant freeAt) ->
                    pauses.close(until(freeAt), Why.ORDERS_PER_MINUTE, now());
            case Departure.Closed(Instant reopens) -> {
                calls.throttled();
                pauses.close(until(reopens), Why.THROTTLED, now());
            }
        }
    }

    private Duration until(Instant moment) {
        Duration left = Duration.between(around.now(), moment);
        return left.isPositive() ? left : UNTIL_ROOM;
    }

    /** The order that left then was answered; the pause that others should know of, or empty. */
    Optional<Closure> answered(Answer answer, long sentAt) {
        long now = now();
        calls.end();
        answer.quota().ifPresent(quota -> spread.told(quota, minute.limit(), around.now(), now));
        switch (answer.verdict()) {
            case TAKEN -> taken(answer.took(), sentAt);
            case NOTHING -> {}
            case TROUBLE -> {
                places.trouble(sentAt, now);
                calls.trouble();
            }
            case THROTTLED -> {
                places.trouble(sentAt, now);
                calls.throttled();
                pauses.throttled(answer.told(), sentAt, now);
            }
        }
        return answer.isNewsOfAPause() ? closure().filter(this::isWorthTelling) : Optional.empty();
    }

    private void taken(Duration took, long sentAt) {
        calls.taken(now());
        pauses.taken(sentAt);
        if (latency.isSlow(took)) {
            places.slow(sentAt, now());
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

    /** Why and until when no order may leave, or empty when time keeps none. */
    Optional<Closure> closure() {
        long now = now();
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
     * @param verdict what it says about the account
     * @param told how long the provider asked to wait
     * @param took how long the answer took
     * @param quota what is left, if that was said
     */
    record Answer(Verdict verdict, Optional<Duration> told, Duration took, Optional<Quota> quota) {
        boolean isNewsOfAPause() {
            return verdict == Verdict.THROTTLED
                    || quota.filter(left -> left.remaining() <= 0).isPresent();
        }
    }

    private long now() {
        return around.waits().nanoTime();
    }
}
