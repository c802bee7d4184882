package dev.vignette.storage.rows;

import dev.vignette.provider.Limits;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** What one account has had and may have, over all gateways. */
final class AccountRows {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private AccountRows() {}

    /**
     * Why that account gets no order at that moment, or empty when it does. Nobody else counts
     * until the transaction is over.
     */
    static Optional<Departure> heldUp(
            Session session, String provider, Limits limits, Instant now) {
        Optional<Departure> closed = closed(session, provider, now);
        if (closed.isPresent()) {
            return closed;
        }
        if (limits.inFlight().isPresent() || limits.ordersPerMinute().isPresent()) {
            session.lock("account " + provider);
        }
        return full(session, provider, limits.inFlight())
                .or(() -> tooMany(session, provider, limits.ordersPerMinute(), now));
    }

    /** Closes it, unless it is closed for longer by a clock that was right. */
    static void close(Session session, String provider, Instant since, Instant until) {
        session.update(
                """
                INSERT INTO closures (provider, closed_at, reopens_at) VALUES (?, ?, ?)
                ON CONFLICT (provider) DO UPDATE
                SET closed_at = excluded.closed_at, reopens_at = excluded.reopens_at
                WHERE closures.reopens_at < excluded.reopens_at OR closures.closed_at > ?
                """,
                provider,
                Times.number(since),
                Times.number(until),
                Times.number(since.plus(MINUTE)));
    }

    private static Optional<Departure> closed(Session session, String provider, Instant now) {
        return session.first(
                """
                SELECT reopens_at FROM closures
                WHERE provider = ? AND reopens_at > ? AND closed_at <= ?
                """,
                row -> new Departure.Closed(row.instant("reopens_at")),
                provider,
                Times.number(now),
                Times.number(now.plus(MINUTE)));
    }

    private static Optional<Departure> full(Session session, String provider, OptionalInt most) {
        if (most.isEmpty()) {
            return Optional.empty();
        }
        return session.first(
                        """
                        SELECT COUNT(*) AS jobs FROM attempts
                        WHERE provider = ? AND state IN ('sending', 'accepted')
                        """,
                        row -> row.number("jobs"),
                        provider)
                .filter(inFlight -> inFlight >= most.getAsInt())
                .map(_ -> new Departure.Full());
    }

    /**
     * Counted a minute back and a minute ahead, for gateways take the time before they queue for
     * the count: so no minute holds too many, in whatever order they come to it.
     */
    private static Optional<Departure> tooMany(
            Session session, String provider, OptionalInt most, Instant now) {
        if (most.isEmpty()) {
            return Optional.empty();
        }
        return session.first(
                """
                SELECT departed_at FROM attempts
                WHERE provider = ? AND departed_at > ? AND departed_at < ?
                ORDER BY departed_at DESC LIMIT 1 OFFSET ?
                """,
                row -> new Departure.TooMany(row.instant("departed_at").plus(MINUTE)),
                provider,
                Times.number(now.minus(MINUTE)),
                Times.number(now.plus(MINUTE)),
                Math.max(most.getAsInt() - 1, 0));
    }
}
