package dev.vignette.tck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told to move. Safe to share between threads. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now;

    private SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    /** A clock that shows this time. */
    public static SettableClock at(Instant now) {
        return new SettableClock(now);
    }

    /** A clock that shows this time, in RFC 3339, for example {@code 2026-03-01T10:00:00Z}. */
    public static SettableClock at(String now) {
        return at(Instant.parse(now));
    }

    /** Moves it by this much; backwards when negative. */
    public void advance(Duration step) {
        now.updateAndGet(time -> time.plus(step));
    }

    /** Makes it show this time. */
    public void set(Instant time) {
        now.set(time);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock: every zone is UTC here. */
    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
