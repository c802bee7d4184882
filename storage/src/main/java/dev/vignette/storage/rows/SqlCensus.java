package dev.vignette.storage.rows;

import dev.vignette.money.Money;
import dev.vignette.store.Census;
import java.time.Instant;
import java.util.Currency;
import java.util.List;

/** Counts rows, beside whoever writes them. */
final class SqlCensus implements Census {
    private final Reader reader;

    SqlCensus(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<OpenAttempts> open() {
        return reader.read(session ->
                session.list(
                        """
                        SELECT provider, state, COUNT(*) AS attempts, MIN(started_at) AS oldest
                        FROM attempts
                        WHERE state IN ('sending', 'accepted', 'unknown', 'review')
                        GROUP BY provider, state ORDER BY provider, state
                        """,
                        row ->
                                new OpenAttempts(
                                        row.text("provider"),
                                        row.text("state"),
                                        row.number("attempts"),
                                        row.instant("oldest"))));
    }

    /** By the agenda: whatever is awaited is on it, and reading every picture would take long. */
    @Override
    public AwaitedPictures awaited() {
        return reader.read(session ->
                session.first(
                                """
                                SELECT COUNT(*) AS pictures, MIN(source_expires_at) AS first_death
                                FROM scheduled_tasks JOIN pictures ON production_id = task_instance
                                WHERE task_name = ? AND state = 'awaited'
                                """,
                                row ->
                                        new AwaitedPictures(
                                                row.number("pictures"),
                                                row.instantOrNull("first_death")),
                                AgendaRows.PRODUCTION)
                        .orElseThrow());
    }

    @Override
    public Money resubmitted(Instant since, Currency currency) {
        return reader.read(session ->
                session.first(
                                """
                                SELECT SUM(COALESCE(amount_micros, at_risk_micros)) AS spent
                                FROM attempts LEFT JOIN charges ON attempt_id = attempts.id
                                    AND generation_id IS NOT NULL AND type = 'charge'
                                WHERE mandate = 'resubmitted' AND planned_at >= ?
                                    AND COALESCE(currency, at_risk_currency) = ?
                                GROUP BY attempts.provider ORDER BY spent DESC LIMIT 1
                                """,
                                row -> new Money(row.number("spent"), currency),
                                Times.number(since),
                                currency.getCurrencyCode())
                        .orElseGet(() -> Money.zero(currency)));
    }
}
