package dev.vignette.storage.rows;

import dev.vignette.store.CostFilter;
import dev.vignette.store.CostQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a report as a table {@code lines} for statements to select from: charges,
 * corrections and savings of a period, each with its group. What has no known amount has the
 * currency of its correction, or that of its group when the group has one only, or none.
 */
final class ReportLines {
    private static final String LINES =
            """
            WITH facts AS (
                SELECT {charges}, charged_at AS at, 1 AS line,
                    CASE type WHEN 'charge' THEN generation_id END AS generation_id,
                    CASE WHEN type = 'charge' AND attempt_id <> '' THEN 1 ELSE 0 END AS attempt,
                    CASE WHEN type <> 'charge' THEN 0 WHEN ordered = 0 THEN images ELSE ordered END
                        AS ordered,
                    CASE type WHEN 'charge' THEN images ELSE 0 END AS images,
                    CASE WHEN outcome = 'succeeded' OR attempt_id = '' THEN 0
                        WHEN outcome = 'failed' OR amount_micros IS NULL OR amount_micros <> 0 THEN 1
                        ELSE 0 END AS lost,
                    CASE WHEN type = 'charge' AND settled IS NULL THEN 1 ELSE 0 END AS unpriced,
                    amount_micros AS amount,
                    CASE type WHEN 'correction' THEN amount_micros END AS correction,
                    CASE type WHEN 'charge' THEN COALESCE(gpu_micros,
                        CAST(ROUND(CAST(gpu_seconds AS NUMERIC) * 1000000) AS BIGINT)) END AS gpu,
                    CASE type WHEN 'charge' THEN took END AS took,
                    NULL AS saved, settled AS known_currency
                FROM (
                    SELECT charges.*, CASE WHEN amount_micros IS NOT NULL THEN currency ELSE (
                        SELECT MIN(made.currency) FROM charges made
                        WHERE made.corrects = charges.id AND made.charged_at < ?) END AS settled
                    FROM charges WHERE charged_at >= ? AND charged_at < ? {of_charges}
                ) ledger
                UNION ALL
                SELECT {savings}, ended_at, 0, NULL, 0, 0, 0, 0, 0, NULL, NULL, NULL, NULL,
                    avoided_micros, avoided_currency
                FROM generations
                WHERE avoided_provider IS NOT NULL AND ended_at >= ? AND ended_at < ? {of_savings}
            ), single AS (
                SELECT {group}, MIN(known_currency) AS only_currency FROM facts
                GROUP BY {group} HAVING MIN(known_currency) = MAX(known_currency)
            ), lines AS (
                SELECT facts.*, COALESCE(known_currency, only_currency) AS currency
                FROM facts LEFT JOIN single ON known_currency IS NULL AND {same_group}
            )
            """;

    private final List<ReportColumn> columns;
    private final String sql;
    private final List<Object> values = new ArrayList<>();

    ReportLines(CostQuery query) {
        if (query.groupBy().isEmpty()) {
            throw new IllegalArgumentException("a report is grouped by something");
        }
        LocalTime clocks = LocalTime.in(query.zone(), query.from(), query.to());
        columns = query.groupBy().stream().map(name -> ReportColumn.of(name, clocks)).toList();
        Long from = Times.number(query.from());
        Long to = Times.number(query.to());
        columns.forEach(column -> values.addAll(column.values()));
        values.addAll(List.of(to, from, to));
        String ofCharges = conditions(query.filter(), "provider");
        columns.forEach(column -> values.addAll(column.values()));
        values.addAll(List.of(from, to));
        String ofSavings = conditions(query.filter(), "avoided_provider");
        sql =
                LINES.replace("{charges}", selected(ReportColumn::inCharges))
                        .replace("{savings}", selected(ReportColumn::inSavings))
                        .replace("{of_charges}", ofCharges)
                        .replace("{of_savings}", ofSavings)
                        .replace("{same_group}", sameGroup());
    }

    /**
     * The rows of a statement on {@code lines}, in which {@code {group}} stands for the columns.
     */
    <T> List<T> select(Session session, String statement, Function<Row, T> reading) {
        String group = aliases().collect(Collectors.joining(", "));
        return session.list((sql + statement).replace("{group}", group), reading, values.toArray());
    }

    /** Where a row belongs in the report. */
    Place place(Row row) {
        Map<String, String> group = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) {
            group.put(columns.get(i).name(), columns.get(i).value(row, "g" + i));
        }
        return new Place(group, row.textOrNull("currency"));
    }

    /**
     * One row of a report.
     *
     * @param group the value of each column
     * @param currency {@code null} where no amount is known
     */
    record Place(Map<String, String> group, @Nullable String currency) {}

    private String conditions(CostFilter filter, String provider) {
        return condition(provider, filter.provider())
                + condition("client", filter.client())
                + condition("kind", filter.kind() == null ? null : filter.kind().wireName());
    }

    private String condition(String column, @Nullable String value) {
        if (value == null) {
            return "";
        }
        values.add(value);
        return " AND " + column + " = ?";
    }

    private String selected(Function<ReportColumn, String> expression) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> expression.apply(columns.get(i)) + " AS g" + i)
                .collect(Collectors.joining(", "));
    }

    private String sameGroup() {
        return aliases()
                .map(alias -> "single." + alias + " = facts." + alias)
                .collect(Collectors.joining(" AND "));
    }

    private Stream<String> aliases() {
        return IntStream.range(0, columns.size()).mapToObj(i -> "g" + i);
    }
}
