package dev.vignette.engine.copy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** A clock that stands still until somebody pauses. */
final class VirtualTime extends Clock implements Pauses {
    static final Instant START = Instant.parse("2026-11-20T10:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private Runnable whenPausing = () -> {};
    private Instant now = START;

    @Override
    public synchronized void pause(Duration length) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(length);
        now = now.plus(length);
        whenPausing.run();
    }

    synchronized void onPause(Runnable action) {
        whenPausing = action;
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    synchronized Duration passed() {
        return Duration.between(START, now);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
