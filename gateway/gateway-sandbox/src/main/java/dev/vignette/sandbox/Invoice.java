package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.id.AttemptId;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Everything a double accepted, and what it pretends to charge. */
public final class Invoice {
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Clock clock;
    private volatile Runnable settle = () -> {};

    /**
     * One accepted order.
     *
     * @param job the id the double gave it
     * @param acceptedAt when
     * @param attempts the attempts named anywhere in the order
     * @param pictures how many pictures were billed, zero while it runs or when it failed
     * @param amount the pretended price in US dollars
     */
    public record Line(
            String job,
            Instant acceptedAt,
            Set<AttemptId> attempts,
            int pictures,
            BigDecimal amount) {
        public Line {
            attempts = Set.copyOf(attempts);
        }
    }

    Invoice(Clock clock) {
        this.clock = clock;
    }

    /** Writes an order down the moment it is accepted. */
    public synchronized void accept(String job, Set<AttemptId> attempts) {
        lines.put(job, new Line(job, clock.instant(), attempts, 0, BigDecimal.ZERO));
    }

    /** Charges an accepted order, in US dollars; a second time replaces the first. */
    public synchronized void charge(String job, int pictures, BigDecimal amount) {
        lines.computeIfPresent(
                job,
                (_, line) -> new Line(job, line.acceptedAt(), line.attempts(), pictures, amount));
    }

    /** Does this before anybody reads it: charges what ended while nobody looked. */
    public void settleBy(Runnable charging) {
        settle = charging;
    }

    /** What was accepted so far, oldest first. */
    public List<Line> lines() {
        settle.run();
        synchronized (this) {
            return new ArrayList<>(lines.values());
        }
    }

    Reply show() {
        List<Line> all = lines();
        BigDecimal total = all.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        ObjectNode body = Json.object();
        body.put("accepted", all.size());
        body.put("pictures", all.stream().mapToInt(Line::pictures).sum());
        body.put("amount", total.toPlainString()).put("currency", "USD");
        ArrayNode list = body.putArray("lines");
        all.forEach(line -> add(list.addObject(), line));
        return Reply.json(200, body);
    }

    private static void add(ObjectNode shown, Line line) {
        shown.put("job", line.job());
        shown.put("accepted_at", line.acceptedAt().toString());
        ArrayNode attempts = shown.putArray("attempts");
        line.attempts().forEach(attempt -> attempts.add(attempt.value()));
        shown.put("pictures", line.pictures());
        shown.put("amount", line.amount().toPlainString());
    }
}
