package dev.vignette.storage.rows;

import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table {@code invoice_lines}: lines of invoices, each beside its charge. */
final class InvoiceLineRows {
    /** What only the ledger has stands behind all lines of a file, by its place in the ledger. */
    static final long BEHIND = 1_000_000_000_000L;

    private static final int SCALE = 6;
    private static final int AT_ONCE = 100;
    private static final int COLUMNS = 8;
    private static final String ONE = "(?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT =
            """
            INSERT INTO invoice_lines (check_id, place, line, provider_id, at, amount_micros,
                currency, second_micros) VALUES
            """;
    private static final String UNLESS_THERE = " ON CONFLICT DO NOTHING";
    private static final String MANY =
            INSERT + String.join(", ", Collections.nCopies(AT_ONCE, ONE)) + UNLESS_THERE;

    private InvoiceLineRows() {}

    /**
     * Adds lines, as many as possible by one statement.
     *
     * @throws InvoiceRefused at the first line whose job another one has named
     */
    static void add(Session session, String check, List<InvoiceLine> lines) {
        int from = 0;
        while (lines.size() - from >= AT_ONCE) {
            List<InvoiceLine> some = lines.subList(from, from + AT_ONCE);
            if (session.update(MANY, values(check, some)) < AT_ONCE) {
                throw duplicate(session, check, some);
            }
            from += AT_ONCE;
        }
        for (InvoiceLine line : lines.subList(from, lines.size())) {
            if (session.update(INSERT + ONE + UNLESS_THERE, values(check, List.of(line))) == 0) {
                throw duplicate(session, check, List.of(line));
            }
        }
    }

    /** The lines of those findings after that place. */
    static List<CheckedLine> list(
            Session session, String check, Set<Finding> findings, long after, int limit) {
        // The names are our own: nothing of a caller gets into the statement.
        String names =
                findings.stream()
                        .sorted()
                        .map(finding -> "'" + finding.wireName() + "'")
                        .collect(Collectors.joining(", "));
        return session.list(
                "SELECT * FROM invoice_lines WHERE check_id = ? AND place > ? AND finding IN ("
                        + names
                        + ") ORDER BY place LIMIT ?",
                InvoiceLineRows::read,
                check,
                after,
                limit);
    }

    /** In millionths of a second, as the ledger adds them up. */
    static @Nullable Long micros(@Nullable BigDecimal seconds) {
        return seconds == null
                ? null
                : seconds.movePointRight(SCALE)
                        .setScale(0, RoundingMode.HALF_EVEN)
                        .longValueExact();
    }

    private static CheckedLine read(Row row) {
        Long seconds = row.numberOrNull("second_micros");
        return new CheckedLine(
                row.number("place"),
                row.numberOrNull("line"),
                row.textOrNull("provider_id"),
                row.instantOrNull("at"),
                Amounts.of(row, "amount_micros", "currency"),
                Amounts.of(row, "ledger_micros", "ledger_currency"),
                seconds == null ? null : BigDecimal.valueOf(seconds, SCALE),
                InvoiceCheckRows.finding(row),
                row.textOrNull("charge_id"));
    }

    private static @Nullable Object[] values(String check, List<InvoiceLine> lines) {
        List<@Nullable Object> values = new ArrayList<>(lines.size() * COLUMNS);
        for (InvoiceLine line : lines) {
            values.add(check);
            values.add(line.number());
            values.add(line.number());
            values.add(line.job());
            values.add(line.at() == null ? null : Times.number(line.at()));
            values.add(Amounts.micros(line.amount()));
            values.add(Amounts.currency(line.amount()));
            values.add(micros(line.seconds()));
        }
        return values.toArray();
    }

    /** Names the first of those lines whose job stands in another line, that one with it. */
    private static InvoiceRefused duplicate(
            Session session, String check, List<InvoiceLine> lines) {
        for (InvoiceLine line : lines) {
            List<Long> first =
                    session.list(
                            """
                            SELECT line FROM invoice_lines
                            WHERE check_id = ? AND provider_id = ? AND line <> ?
                            """,
                            row -> row.number("line"),
                            check,
                            line.job(),
                            line.number());
            if (!first.isEmpty()) {
                return new InvoiceRefused(
                        line.number(),
                        "the id '%s' is in line %d already"
                                .formatted(line.job(), first.getFirst()));
            }
        }
        throw new IllegalStateException("a line was not written and no other one has its job");
    }
}
