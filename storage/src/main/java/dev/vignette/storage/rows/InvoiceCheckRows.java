package dev.vignette.storage.rows;

import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.invoice.InvoiceCheck.Sum;
import dev.vignette.invoice.InvoicePeriod;
import dev.vignette.portrait.ContentHash;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables {@code invoice_checks} and {@code invoice_sums}. */
final class InvoiceCheckRows {
    static final String READING = "reading";
    static final String CHECKED = "checked";
    static final String APPLIED = "applied";

    private static final Names<Finding> FINDINGS = Names.of(Finding.values(), Finding::wireName);

    private InvoiceCheckRows() {}

    /** Writes a check that has just begun, with the ledger's last line. */
    static void begin(Session session, InvoiceCheck check) {
        session.update(
                """
                INSERT INTO invoice_checks (id, provider, period_from, period_to, month,
                    file_sha256, checked_at, client, dry_run, state, mark)
                SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, COALESCE(MAX(sequence), 0) FROM charges
                """,
                check.id(),
                check.provider(),
                Times.number(check.period().from()),
                Times.number(check.period().to()),
                check.period().wholeMonth().map(YearMonth::toString).orElse(null),
                check.file() == null ? null : check.file().hex(),
                Times.number(check.at()),
                check.client(),
                check.dryRun(),
                READING);
    }

    static void state(Session session, String check, String state) {
        session.update("UPDATE invoice_checks SET state = ? WHERE id = ?", state, check);
    }

    static Optional<InvoiceCheck> find(Session session, String check) {
        return session.first(
                "SELECT * FROM invoice_checks WHERE id = ? AND state <> 'reading'",
                row -> read(row, sums(session, check)),
                check);
    }

    /** Those made last, latest first. */
    static List<InvoiceCheck> latest(Session session, int limit) {
        List<String> ids =
                session.list(
                        """
                        SELECT id FROM invoice_checks WHERE state <> 'reading'
                        ORDER BY checked_at DESC, id DESC LIMIT ?
                        """,
                        row -> row.text("id"),
                        limit);
        return ids.stream().map(id -> find(session, id)).flatMap(Optional::stream).toList();
    }

    static void add(Session session, String check, Sum sum) {
        session.update(
                """
                INSERT INTO invoice_sums
                    (check_id, finding, currency, lines, amount_micros, ledger_micros)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                check,
                sum.finding().wireName(),
                sum.currency() == null ? "" : sum.currency().getCurrencyCode(),
                sum.lines(),
                sum.invoice(),
                sum.ledger());
    }

    static Sum sum(Row row) {
        String currency = row.text("currency");
        return new Sum(
                finding(row),
                currency.isEmpty() ? null : Currency.getInstance(currency),
                row.number("lines"),
                row.number("amount_micros"),
                row.number("ledger_micros"));
    }

    static Finding finding(Row row) {
        return FINDINGS.value(row.text("finding"));
    }

    private static List<Sum> sums(Session session, String check) {
        return session.list(
                "SELECT * FROM invoice_sums WHERE check_id = ? ORDER BY finding, currency",
                InvoiceCheckRows::sum,
                check);
    }

    private static InvoiceCheck read(Row row, List<Sum> sums) {
        String file = row.textOrNull("file_sha256");
        return new InvoiceCheck(
                row.text("id"),
                row.text("provider"),
                period(row),
                file == null ? null : new ContentHash(file),
                row.instant("checked_at"),
                row.text("client"),
                row.flag("dry_run"),
                sums,
                row.number("written"),
                row.flag("closed"));
    }

    private static InvoicePeriod period(Row row) {
        @Nullable String month = row.textOrNull("month");
        return new InvoicePeriod(
                row.instant("period_from"),
                row.instant("period_to"),
                month == null ? null : YearMonth.parse(month));
    }
}
