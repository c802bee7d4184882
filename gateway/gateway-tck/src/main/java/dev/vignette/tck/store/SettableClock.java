package dev.vignette.tck.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until it is told. */
public final class SettableClock implements InstantSource {
    private final AtomicReference<Instant> now;

    /** A clock that stands at that moment. */
    public SettableClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Lets time pass. */
    public void pass(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }

    /** The same as a clock in UTC, which follows this one. */
    public Clock asClock() {
        return withZone(ZoneOffset.UTC);
    }
}
