package dev.vignette.sandbox;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything a double accepted, and what it pretends to charge. */
public final class Invoice {
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Clock clock;

    /**
     * One accepted order.
     *
     * @param job the id the double gave it
     * @param acceptedAt when
     * @param pictures how many pictures were billed, zero while it runs or when it failed
     * @param amount the pretended price in US dollars
     */
    public record Line(String job, Instant acceptedAt, int pictures, BigDecimal amount) {}

    Invoice(Clock clock) {
        this.clock = clock;
    }

    /** Writes an order down the moment it is accepted. */
    public synchronized void accept(String job) {
        lines.put(job, new Line(job, clock.instant(), 0, BigDecimal.ZERO));
    }

    /** Charges an accepted order, in US dollars; a second time replaces the first. */
    public synchronized void charge(String job, int pictures, BigDecimal amount) {
        lines.computeIfPresent(
                job, (_, line) -> new Line(job, line.acceptedAt(), pictures, amount));
    }

    /** What was accepted so far, oldest first. */
    public synchronized List<Line> lines() {
        return new ArrayList<>(lines.values());
    }
}
