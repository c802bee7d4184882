package dev.vignette.storage.rows;

import dev.vignette.money.Money;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The statement for one report: charges and savings together, by group and currency. What has no
 * known amount has no currency either: it counts in its group's line when the group has one
 * currency only, and otherwise in a line of its own.
 */
final class CostReport {
    private static final String LINES =
            """
            WITH facts AS (
                SELECT {charges}, generation_id, CASE type WHEN 'charge' THEN 1 ELSE 0 END AS charge,
                    CASE type WHEN 'charge' THEN images ELSE 0 END AS images, amount_micros AS amount,
                    NULL AS saved, currency
                FROM charges WHERE charged_at >= ? AND charged_at < ?
                UNION ALL
                SELECT {savings}, NULL, 0, 0, NULL, avoided_micros, avoided_currency
                FROM generations
                WHERE avoided_provider IS NOT NULL AND ended_at >= ? AND ended_at < ?
            ), spread AS (
                SELECT facts.*, MIN(currency) OVER (PARTITION BY {group}) AS lowest,
                    MAX(currency) OVER (PARTITION BY {group}) AS highest
                FROM facts
            ), lines AS (
                SELECT spread.*, COALESCE(currency,
                    CASE WHEN lowest = highest THEN lowest END) AS line_currency
                FROM spread
            )
            SELECT {group}, line_currency, COUNT(DISTINCT generation_id) AS generations,
                SUM(charge) AS attempts, SUM(images) AS images,
                SUM(amount) AS amount, COUNT(amount) AS amounts,
                SUM(saved) AS saved, COUNT(saved) AS savings_known,
                COUNT(*) - SUM(charge) AS savings
            FROM lines GROUP BY {group}, line_currency ORDER BY {group}, line_currency
            """;

    private final CostQuery query;
    private final List<ReportColumn> columns;

    CostReport(CostQuery query) {
        if (query.groupBy().isEmpty()) {
            throw new IllegalArgumentException("a report is grouped by something");
        }
        this.query = query;
        this.columns = query.groupBy().stream().map(ReportColumn::of).toList();
    }

    List<CostRow> read(Session session) {
        String sql =
                LINES.replace("{charges}", selected(ReportColumn::inCharges))
                        .replace("{savings}", selected(ReportColumn::inSavings))
                        .replace("{group}", aliases().collect(Collectors.joining(", ")));
        List<Object> values = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            columns.forEach(column -> values.addAll(column.values()));
            values.add(Times.number(query.from()));
            values.add(Times.number(query.to()));
        }
        return session.list(sql, this::line, values.toArray());
    }

    private CostRow line(Row row) {
        String currency = row.textOrNull("line_currency");
        long attempts = row.number("attempts");
        long amounts = row.number("amounts");
        return new CostRow(
                group(row),
                currency,
                row.number("generations"),
                attempts,
                row.number("images"),
                sum(currency, row.number("amount"), amounts, attempts),
                sum(
                        currency,
                        row.number("saved"),
                        row.number("savings_known"),
                        row.number("savings")),
                attempts - amounts);
    }

    /** A sum of which at least one part is known, or of no parts at all: unknown is never zero. */
    private static @Nullable Money sum(
            @Nullable String currency, long micros, long known, long parts) {
        if (currency == null || (known == 0 && parts > 0)) {
            return null;
        }
        return new Money(micros, Currency.getInstance(currency));
    }

    private Map<String, String> group(Row row) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            ReportColumn column = columns.get(i);
            group.put(column.name(), column.value(row, "g" + i));
        }
        return group;
    }

    private String selected(Function<ReportColumn, String> expression) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> expression.apply(columns.get(i)) + " AS g" + i)
                .collect(Collectors.joining(", "));
    }

    private Stream<String> aliases() {
        return IntStream.range(0, columns.size()).mapToObj(i -> "g" + i);
    }
}
