package dev.vignette.engine.watch;

import dev.vignette.provider.Delivery;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job in flight and what is known of it by watching. Moments are nanoseconds of the steady clock
 * unless said otherwise. Guarded by its account's lock.
 */
final class Subject {
    /** Grown up, it is looked for as often as official clients look at a job. */
    static final Duration USUAL = Duration.ofMillis(500);

    /** Younger than jobs usually get, it is looked for now and then: habits change. */
    static final Duration YOUNG = Duration.ofSeconds(5);

    /** Not found where it has to be, it is looked for less and less often. */
    private static final Duration FIRST = Duration.ofSeconds(1);

    private static final int MOST_DOUBLINGS = 8;

    /**
     * The provider made it while our order was on its way, by a clock that may differ from ours by
     * some seconds.
     */
    private static final Duration EARLIER = Duration.ofSeconds(2);

    private static final Duration LATER = Duration.ofSeconds(4);

    private final TaskHandle task;
    private final int pictures;
    private final Runnable bell;
    private final long bornAt;
    private long first;
    private long end;
    private boolean found;
    private @Nullable Delivery delivery;
    private boolean reading;
    private int misses;
    private long readAt;
    private long seenAt;
    private long rangAt;

    /**
     * @param startedAt when its order was sent, by our clock
     * @param bornAt the same by the steady clock
     * @param now the moment
     */
    Subject(
            TaskHandle task,
            Instant startedAt,
            int pictures,
            Runnable bell,
            long bornAt,
            long now) {
        this.task = task;
        this.first = startedAt.minus(EARLIER).getEpochSecond();
        this.end = startedAt.plus(LATER).getEpochSecond() + 1;
        this.pictures = pictures;
        this.bell = bell;
        this.bornAt = bornAt;
        this.readAt = now;
        this.seenAt = now;
        this.rangAt = now - Duration.ofDays(1).toNanos();
    }

    TaskHandle task() {
        return task;
    }

    int pictures() {
        return pictures;
    }

    Runnable bell() {
        return bell;
    }

    Duration age(long now) {
        return Duration.ofNanos(Math.max(0, now - bornAt));
    }

    /**
     * The second of the provider's clock, since 1970, in which it was made; the earliest it can be
     * while it has not been found.
     */
    long first() {
        return first;
    }

    /** The second after that; the latest it can be while it has not been found. */
    long end() {
        return end;
    }

    /** Whether it has been seen in the list, so that its place there is known. */
    boolean found() {
        return found;
    }

    boolean reading() {
        return reading;
    }

    /** When it is to be looked for again, where hardly any job takes less than that long. */
    long due(Duration least) {
        return readAt + pause(least).toNanos();
    }

    private Duration pause(Duration least) {
        if (!found || misses > 0) {
            return FIRST.multipliedBy(1L << Math.min(misses, MOST_DOUBLINGS));
        }
        return age(readAt).plus(YOUNG).compareTo(least) <= 0 ? YOUNG : untilGrown(least);
    }

    private Duration untilGrown(Duration least) {
        Duration left = least.minus(age(readAt));
        return left.compareTo(USUAL) > 0 ? left : USUAL;
    }

    /** From now on it is looked for. */
    void given(long now) {
        readAt = now;
        seenAt = now;
    }

    void read(long now) {
        readAt = now;
        reading = true;
    }

    /** A reading has ended that shows it, or does not. */
    void readEnded() {
        reading = false;
    }

    /** The list shows it, read by a call that began then. */
    void seen(Instant created, long asked) {
        found = true;
        first = created.getEpochSecond();
        end = first + 1;
        seenAt = asked;
        misses = 0;
    }

    /** The list does not show it where it should. */
    void missed() {
        misses++;
    }

    /** How long it has not been seen. */
    Duration unseen(long now) {
        return Duration.ofNanos(now - seenAt);
    }

    /** Whether it is time to tell its worker, once more if need be. */
    boolean rings(long now, Duration again) {
        boolean rings = now - rangAt >= again.toNanos();
        if (rings) {
            rangAt = now;
        }
        return rings;
    }

    void delivered(Delivery seen) {
        delivery = seen;
    }

    @Nullable Delivery delivery() {
        return delivery;
    }
}
