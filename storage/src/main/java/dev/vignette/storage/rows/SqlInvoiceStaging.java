package dev.vignette.storage.rows;

import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceCheck.Sum;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import dev.vignette.store.InvoiceStaging;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/**
 * Lays invoices beside the ledger in tables, by many small transactions: others write in between,
 * so nobody waits for an invoice of a million lines.
 */
final class SqlInvoiceStaging implements InvoiceStaging {
    private static final Duration ABANDONED = Duration.ofDays(1);
    private static final long STEP = 2000;

    private static final String MATCH_JOBS =
            """
            UPDATE invoice_lines SET charge_id = (SELECT c.id FROM charges c
                WHERE c.provider = ? AND c.provider_id = invoice_lines.provider_id
                    AND c.type = 'charge' AND c.sequence <= ?
                ORDER BY CASE WHEN c.source_key IS NULL THEN 0 ELSE 1 END, c.sequence LIMIT 1)
            WHERE check_id = ? AND place > ? AND place <= ? AND provider_id IS NOT NULL
            """;
    private static final String TIMED =
            """
            SELECT * FROM (
                SELECT currency, amount_micros AS micros, at, place, 0 AS charge
                FROM invoice_lines WHERE check_id = ? AND charge_id IS NULL
                    AND provider_id IS NULL AND amount_micros IS NOT NULL
                UNION ALL
                SELECT {currency}, {effective}, {billed}, 0, c.sequence
            """
                            .replace("{currency}", InvoiceSql.CURRENCY)
                            .replace("{effective}", InvoiceSql.EFFECTIVE)
                            .replace("{billed}", InvoiceSql.BILLED)
                    + InvoiceSql.LEFT
                    + """
                    ) AS points WHERE micros IS NOT NULL ORDER BY currency, micros, at, place, charge
                    """;
    private static final String LEDGER =
            """
            UPDATE invoice_lines SET
                ledger_micros = (SELECT {effective} FROM charges c WHERE c.id = charge_id),
                ledger_currency = (SELECT {currency} FROM charges c WHERE c.id = charge_id)
            WHERE check_id = ? AND place > ? AND place <= ? AND charge_id IS NOT NULL
            """
                    .replace("{effective}", InvoiceSql.EFFECTIVE)
                    .replace("{currency}", InvoiceSql.CURRENCY);
    private static final String FINDINGS =
            """
            UPDATE invoice_lines SET finding = CASE
                WHEN charge_id IS NULL THEN COALESCE(finding, 'missing_here')
                WHEN amount_micros IS NULL AND second_micros <> (SELECT c.gpu_micros
                    FROM charges c WHERE c.id = charge_id) THEN 'seconds_differ'
                WHEN amount_micros IS NULL THEN 'matched'
                WHEN ledger_micros IS NULL THEN 'unpriced_here'
                WHEN ledger_micros = amount_micros THEN 'matched'
                ELSE 'price_differs' END
            WHERE check_id = ? AND place > ? AND place <= ?
            """;
    private static final String ADD_UP =
            """
            SELECT finding, COALESCE(currency, ledger_currency, '') AS currency,
                COUNT(*) AS lines, COALESCE(SUM(amount_micros), 0) AS amount_micros,
                COALESCE(SUM(ledger_micros), 0) AS ledger_micros
            FROM invoice_lines WHERE check_id = ?
            GROUP BY finding, COALESCE(currency, ledger_currency, '')
            """;

    private final Writer writer;
    private final Reader reader;

    SqlInvoiceStaging(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void begin(InvoiceCheck check) {
        outdated(check).forEach(this::drop);
        writer.write(session -> {
            InvoiceCheckRows.begin(session, check);
            return true;
        });
    }

    @Override
    public void add(String check, List<InvoiceLine> lines) {
        writer.write(session -> {
            InvoiceLineRows.add(session, check, lines);
            return true;
        });
    }

    @Override
    public void matchJobs(String check) {
        InvoiceSpan span = reader.read(session -> InvoiceSpan.of(session, check));
        inSteps(
                check,
                (session, from, to) ->
                        session.update(MATCH_JOBS, span.provider(), span.mark(), check, from, to));
    }

    @Override
    public void timed(String check, Duration around, Consumer<TimedAmount> each) {
        reader.readTogether(session -> {
            if (nameless(session, check)) {
                InvoiceSpan span = InvoiceSpan.of(session, check).wider(around);
                session.each(
                        TIMED,
                        row -> each.accept(timed(row)),
                        check,
                        check,
                        span.provider(),
                        span.from(),
                        span.to(),
                        span.mark());
            }
            return true;
        });
    }

    @Override
    public void pair(String check, List<Pair> pairs) {
        writer.write(session -> {
            for (Pair pair : pairs) {
                session.update(
                        """
                        UPDATE invoice_lines
                        SET charge_id = (SELECT id FROM charges WHERE sequence = ?)
                        WHERE check_id = ? AND place = ?
                        """,
                        pair.charge(),
                        check,
                        pair.line());
            }
            return true;
        });
    }

    @Override
    public void ambiguous(String check, List<Long> places) {
        writer.write(session -> {
            for (Long place : places) {
                session.update(
                        """
                        UPDATE invoice_lines SET finding = 'ambiguous'
                        WHERE check_id = ? AND place = ?
                        """,
                        check,
                        place);
            }
            return true;
        });
    }

    @Override
    public InvoiceCheck compare(String check) {
        inSteps(check, (session, from, to) -> session.update(LEDGER, check, from, to));
        refuseOtherCurrencies(check);
        inSteps(check, (session, from, to) -> session.update(FINDINGS, check, from, to));
        new MissingCharges(writer, reader).add(check);
        List<Sum> sums = reader.read(session -> session.list(ADD_UP, InvoiceCheckRows::sum, check));
        return writer.write(session -> {
            sums.forEach(sum -> InvoiceCheckRows.add(session, check, sum));
            InvoiceCheckRows.state(session, check, InvoiceCheckRows.CHECKED);
            return InvoiceCheckRows.find(session, check).orElseThrow();
        });
    }

    @Override
    public void drop(String check) {
        writer.write(session ->
                session.update(
                        "UPDATE invoice_checks SET state = 'reading' WHERE id = ? AND state <> ?",
                        check,
                        InvoiceCheckRows.APPLIED));
        while (writer.write(session -> dropSome(session, check)) > 0) {
            // As many at a time as others may wait for.
        }
        writer.write(session ->
                session.update(
                        "DELETE FROM invoice_sums WHERE check_id IN (SELECT id FROM invoice_checks"
                                + " WHERE id = ? AND state = 'reading')",
                        check));
        writer.write(session ->
                session.update(
                        "DELETE FROM invoice_checks WHERE id = ? AND state = 'reading'", check));
    }

    private static int dropSome(Session session, String check) {
        return session.update(
                """
                DELETE FROM invoice_lines WHERE check_id = ? AND place IN (
                    SELECT place FROM invoice_lines JOIN invoice_checks ON id = check_id
                    WHERE check_id = ? AND state = 'reading' ORDER BY place LIMIT ?)
                """,
                check,
                check,
                STEP);
    }

    private List<String> outdated(InvoiceCheck check) {
        return reader.read(session ->
                session.list(
                        """
                        SELECT id FROM invoice_checks WHERE (state = 'checked' AND provider = ?
                                AND period_from = ? AND period_to = ?)
                            OR (state = 'reading' AND checked_at < ?)
                        """,
                        row -> row.text("id"),
                        check.provider(),
                        Times.number(check.period().from()),
                        Times.number(check.period().to()),
                        Times.number(check.at().minus(ABANDONED))));
    }

    private static boolean nameless(Session session, String check) {
        return session.any(
                """
                SELECT 1 FROM invoice_lines
                WHERE check_id = ? AND provider_id IS NULL AND amount_micros IS NOT NULL LIMIT 1
                """,
                check);
    }

    private static TimedAmount timed(Row row) {
        return new TimedAmount(
                row.text("currency"),
                row.number("micros"),
                row.number("at"),
                row.number("place"),
                row.number("charge"));
    }

    private void refuseOtherCurrencies(String check) {
        reader.read(session ->
                        session.first(
                                """
                                SELECT line, currency, ledger_currency FROM invoice_lines
                                WHERE check_id = ? AND currency <> ledger_currency
                                ORDER BY place LIMIT 1
                                """,
                                SqlInvoiceStaging::otherCurrency,
                                check))
                .ifPresent(refused -> {
                    throw refused;
                });
    }

    private static InvoiceRefused otherCurrency(Row row) {
        return new InvoiceRefused(
                row.number("line"),
                "the amount is in %s and its charge in %s"
                        .formatted(row.text("currency"), row.text("ledger_currency")));
    }

    /** Goes through the places of a check, so many at a time. */
    private void inSteps(String check, Step step) {
        LongUnaryOperator end = place -> place(check, place, STEP);
        long from = 0;
        long to = end.applyAsLong(from);
        while (to > from) {
            long begin = from;
            long last = to;
            writer.write(session -> step.take(session, begin, last));
            from = to;
            to = end.applyAsLong(from);
        }
    }

    /** The last of the next so many places; the same place when there is none behind it. */
    private long place(String check, long after, long many) {
        return reader.read(session ->
                session.first(
                                """
                                SELECT COALESCE(MAX(place), ?) AS place FROM (
                                    SELECT place FROM invoice_lines
                                    WHERE check_id = ? AND place > ? ORDER BY place LIMIT ?
                                ) AS next_places
                                """,
                                row -> row.number("place"),
                                after,
                                check,
                                after,
                                many)
                        .orElseThrow());
    }

    private interface Step {
        int take(Session session, long after, long last);
    }
}
