package dev.vignette.storage.rows;

import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.store.InvoiceChecks.Settlement;
import java.time.YearMonth;

/**
 * Writes the lines that make the ledger agree with an invoice, by two statements: they never pass
 * through this process, so that any number of them is one transaction.
 */
final class InvoiceSettling {
    /** What a correction repeats of its charge, and what an amount that was said has not. */
    private static final String COLUMNS =
            """
            INSERT INTO charges (sequence, type, id, charged_at, provider, adapter, model,
                model_version, provider_id, generation_id, attempt_id, attempt_number, client,
                kind, ordered, pixels, images, gpu_seconds, gpu_micros, took, outcome, labels,
                sandbox, amount_micros, currency, certainty, corrects, corrected_at, billed_at,
                source, source_key, reason)
            """;

    private static final String CORRECTIONS =
            COLUMNS
                    + """
                    SELECT ? + ROW_NUMBER() OVER (ORDER BY l.place), 'correction', 'cor_' || ?
                            || SUBSTR(CAST(100000000 + ROW_NUMBER() OVER (ORDER BY l.place) AS TEXT), 2),
                        ?, c.provider, c.adapter, c.model, c.model_version, c.provider_id,
                        c.generation_id, c.attempt_id, c.attempt_number, c.client, c.kind,
                        c.ordered, c.pixels, c.images, c.gpu_seconds, c.gpu_micros, c.took,
                        c.outcome, c.labels, c.sandbox,
                        COALESCE(l.amount_micros, 0) - COALESCE(l.ledger_micros, 0),
                        COALESCE(l.currency, l.ledger_currency), 'reported', c.id, c.charged_at,
                        NULL, 'invoice', ? || c.id || '/' || (SELECT COUNT(*) FROM charges k
                            WHERE k.corrects = c.id) || '/' || COALESCE(l.amount_micros, 0),
                        CASE l.finding WHEN 'missing_there' THEN 'not on the invoice'
                            WHEN 'unpriced_here' THEN 'the invoice has the amount'
                            ELSE 'the invoice has another amount' END
                    FROM invoice_lines l JOIN charges c ON c.id = l.charge_id
                    WHERE l.check_id = ?
                        AND l.finding IN ('price_differs', 'unpriced_here', 'missing_there')
                    """;
    private static final String CHARGES =
            COLUMNS
                    + """
                    SELECT ? + ROW_NUMBER() OVER (ORDER BY l.place), 'charge', 'chg_' || ?
                            || SUBSTR(CAST(100000000 + ROW_NUMBER() OVER (ORDER BY l.place) AS TEXT), 2),
                        CASE WHEN l.at IS NULL OR l.at > ? THEN ? WHEN l.at < ? THEN ?
                            ELSE l.at END,
                        ?, ?, 'unknown', NULL, l.provider_id, NULL, '', 0, 'unknown', NULL, 0,
                        NULL, 0, NULL, l.second_micros, NULL, 'unknown', '{}', {sandbox},
                        l.amount_micros, l.currency, 'reported', NULL, NULL,
                        CASE WHEN l.at IS NULL OR l.at > ? THEN ? WHEN l.at < ? THEN ?
                            ELSE l.at END,
                        'invoice', ? || COALESCE('job/' || l.provider_id, 'line/' || l.check_id
                            || '/' || l.place), 'only on the invoice'
                    FROM invoice_lines l
                    WHERE l.check_id = ? AND l.finding = 'missing_here'
                        AND l.amount_micros IS NOT NULL
                    """;

    private final Settlement settlement;
    private final InvoiceCheck check;

    InvoiceSettling(Settlement settlement) {
        this.settlement = settlement;
        this.check = settlement.check();
    }

    /** Whether lines that correct, or came from an invoice, were written since the comparison. */
    boolean moved(Session session) {
        return session.any(
                """
                SELECT 1 FROM charges WHERE sequence > (SELECT mark FROM invoice_checks WHERE id = ?)
                    AND provider = ? AND source_key IS NOT NULL LIMIT 1
                """,
                check.id(),
                check.provider());
    }

    /** Whether the month is closed. */
    boolean closed(Session session) {
        return check.period()
                .wholeMonth()
                .flatMap(month -> SqlInvoiceChecks.closed(session, check.provider(), month))
                .isPresent();
    }

    /** Writes all lines; returns how many. */
    long write(Session session) {
        long before = last(session);
        int corrections =
                session.update(
                        CORRECTIONS,
                        last(session),
                        stem(),
                        Times.number(settlement.at()),
                        "invoice/%s/%s/".formatted(check.provider(), check.period().name()),
                        check.id());
        int charges = session.update(CHARGES.replace("{sandbox}", sandbox()), charges(session));
        TransferRows.postAfter(session, before);
        return (long) corrections + charges;
    }

    /** Shuts the month, and notes that the check is done. */
    void end(Session session, long written) {
        session.update(
                "UPDATE invoice_checks SET state = ?, written = ?, closed = ? WHERE id = ?",
                InvoiceCheckRows.APPLIED,
                written,
                settlement.close(),
                check.id());
        if (settlement.close()) {
            close(session, check.period().wholeMonth().orElseThrow());
        }
    }

    private void close(Session session, YearMonth month) {
        session.update(
                """
                INSERT INTO closed_months
                    (provider, month, begins_at, ends_at, closed_at, client, check_id)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                check.provider(),
                month.toString(),
                Times.number(check.period().from()),
                Times.number(check.period().to()),
                Times.number(settlement.entry().at()),
                settlement.entry().client(),
                check.id());
    }

    private Object[] charges(Session session) {
        long at = Times.number(settlement.at());
        long earliest = Times.number(settlement.earliest());
        long first = Times.number(check.period().from());
        long end = Times.number(check.period().last());
        return new Object[] {
            last(session),
            stem(),
            at,
            at,
            earliest,
            earliest,
            check.provider(),
            settlement.adapter(),
            end,
            end,
            first,
            first,
            "invoice/" + check.provider() + "/",
            check.id()
        };
    }

    private static long last(Session session) {
        return session.first(
                        "SELECT COALESCE(MAX(sequence), 0) AS last FROM charges",
                        row -> row.number("last"))
                .orElseThrow();
    }

    /** The check's own id without its prefix: sortable, and nobody else's. */
    private String stem() {
        return check.id().substring(check.id().indexOf('_') + 1);
    }

    private String sandbox() {
        return settlement.sandbox() ? "TRUE" : "FALSE";
    }
}
