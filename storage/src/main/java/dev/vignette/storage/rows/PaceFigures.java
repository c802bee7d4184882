package dev.vignette.storage.rows;

import dev.vignette.store.CostRow;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** How long jobs took, for each row of a report: the times that are there at these places. */
final class PaceFigures {
    /** Of a row in which no time is known. */
    static final CostRow.Pace UNKNOWN = new CostRow.Pace(null, null);

    private static final String RANKS =
            """
            , ranked AS (
                SELECT {group}, currency, took,
                    ROW_NUMBER() OVER (PARTITION BY {group}, currency ORDER BY took) AS place,
                    COUNT(*) OVER (PARTITION BY {group}, currency) AS jobs
                FROM lines WHERE took IS NOT NULL
            )
            SELECT {group}, currency, MAX(CASE WHEN place = (jobs + 1) / 2 THEN took END) AS median,
                MAX(CASE WHEN place = (jobs * 95 + 99) / 100 THEN took END) AS p95
            FROM ranked GROUP BY {group}, currency
            """;

    private PaceFigures() {}

    static Map<ReportLines.Place, CostRow.Pace> of(Session session, ReportLines lines) {
        Map<ReportLines.Place, CostRow.Pace> paces = new HashMap<>();
        lines.select(session, RANKS, row -> Map.entry(lines.place(row), pace(row)))
                .forEach(entry -> paces.put(entry.getKey(), entry.getValue()));
        return paces;
    }

    private static CostRow.Pace pace(Row row) {
        return new CostRow.Pace(
                Duration.ofNanos(row.number("median")), Duration.ofNanos(row.number("p95")));
    }
}
