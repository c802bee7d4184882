package dev.vignette.simulation.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock on a machine's wall: it may be wrong, and it may jump. */
public final class WallClock extends Clock {
    private static final Instant BEGINNING = Instant.parse("2026-11-20T00:00:00Z");

    private final Scheduler scheduler;
    private Duration wrong;

    /**
     * @param wrong how far it is ahead at first
     */
    public WallClock(Scheduler scheduler, Duration wrong) {
        this.scheduler = scheduler;
        this.wrong = wrong;
    }

    /** It jumps ahead by that much, or back when that is negative. */
    public void jump(Duration by) {
        wrong = wrong.plus(by);
    }

    @Override
    public Instant instant() {
        return BEGINNING.plusNanos(scheduler.now()).plus(wrong);
    }

    /** What this clock would have shown then, were it as wrong as it is now. */
    public Instant at(long moment) {
        return BEGINNING.plusNanos(moment).plus(wrong);
    }

    /** When it shows that, as it goes now, in nanoseconds since the world began. */
    public long whenItShows(Instant shown) {
        return Duration.between(BEGINNING.plus(wrong), shown).toNanos();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("this clock hangs where it hangs");
    }
}
