package dev.vignette.storage.rows;

import dev.vignette.money.Money;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements for one report. */
final class CostReport {
    private static final String SUMS =
            """
            SELECT {group}, currency, COUNT(DISTINCT generation_id) AS generations,
                SUM(attempt) AS attempts, SUM(ordered) AS ordered, SUM(images) AS images,
                SUM(attempt * lost) AS failed, SUM(unpriced) AS unpriced,
                SUM(line) AS all_lines, SUM(lost) AS lost_lines, COUNT(*) - SUM(line) AS savings,
                SUM(amount) AS amount, COUNT(amount) AS amounts,
                SUM(CASE lost WHEN 1 THEN amount END) AS lost_amount,
                COUNT(CASE lost WHEN 1 THEN amount END) AS lost_amounts,
                SUM(correction) AS corrected, SUM(saved) AS saved, COUNT(saved) AS known_savings,
                SUM(gpu) AS gpu
            FROM lines GROUP BY {group}, currency ORDER BY {group}, currency
            """;
    private static final int MICROS = 6;

    private final CostQuery query;
    private final ReportLines lines;

    CostReport(CostQuery query) {
        this.query = query;
        this.lines = new ReportLines(query);
    }

    /** Asks more than one question: to be read together. */
    List<CostRow> read(Session session) {
        Map<ReportLines.Place, CostRow.Pace> paces =
                query.pace() ? PaceFigures.of(session, lines) : Map.of();
        Exchange exchange = Exchange.of(session, lines, query.reporting());
        return lines.select(
                session,
                SUMS,
                row -> {
                    ReportLines.Place place = lines.place(row);
                    CostRow.Sums sums = sums(row, place.currency());
                    return new CostRow(
                            place.group(),
                            place.currency(),
                            counts(row),
                            sums,
                            gpuSeconds(row),
                            query.pace() ? paces.getOrDefault(place, PaceFigures.UNKNOWN) : null,
                            exchange.reported(place, sums.amount()));
                });
    }

    private static CostRow.Counts counts(Row row) {
        return new CostRow.Counts(
                row.number("generations"),
                row.number("attempts"),
                row.number("ordered"),
                row.number("images"),
                row.number("failed"),
                row.number("unpriced"));
    }

    private static CostRow.Sums sums(Row row, @Nullable String currency) {
        return new CostRow.Sums(
                sum(row, currency, "amount", "amounts", "all_lines"),
                sum(row, currency, "lost_amount", "lost_amounts", "lost_lines"),
                currency == null ? null : money(row.number("corrected"), currency),
                sum(row, currency, "saved", "known_savings", "savings"));
    }

    /** A sum of which at least one part is known, or of no parts at all: unknown is never zero. */
    private static @Nullable Money sum(
            Row row, @Nullable String currency, String sum, String known, String parts) {
        if (currency == null || (row.number(known) == 0 && row.number(parts) > 0)) {
            return null;
        }
        return money(row.number(sum), currency);
    }

    private static Money money(long micros, String currency) {
        return new Money(micros, Currency.getInstance(currency));
    }

    private static @Nullable BigDecimal gpuSeconds(Row row) {
        Long micros = row.numberOrNull("gpu");
        return micros == null ? null : BigDecimal.valueOf(micros, MICROS);
    }
}
