package dev.vignette.storage.rows;

import dev.vignette.money.Money;
import dev.vignette.store.CostQuery.Reporting;
import dev.vignette.store.CostRow.Reported;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Amounts in a reporting currency. Rates are dated by days in UTC, so the lines of each such day
 * are added up first, and changed together.
 */
final class Exchange {
    private static final String DAYS =
            """
            SELECT {group}, currency, at / 86400000000000 AS utc_day, SUM(amount) AS amount,
                COUNT(amount) AS amounts
            FROM lines WHERE amount IS NOT NULL GROUP BY {group}, currency, at / 86400000000000
            """;

    private final @Nullable Reporting reporting;
    private final Map<ReportLines.Place, Sum> sums = new HashMap<>();
    private final Map<Day, Optional<BigDecimal>> rates = new HashMap<>();

    private Exchange(@Nullable Reporting reporting) {
        this.reporting = reporting;
    }

    /** What the lines come to in it; nothing is asked without one. */
    static Exchange of(Session session, ReportLines lines, @Nullable Reporting reporting) {
        Exchange exchange = new Exchange(reporting);
        if (reporting != null) {
            List<Part> parts = lines.select(session, DAYS, row -> Part.of(row, lines.place(row)));
            parts.forEach(part -> exchange.add(reporting, part));
        }
        return exchange;
    }

    /**
     * A row's amount in the reporting currency; {@code null} without one.
     *
     * @param amount in its own currency; {@code null} when it is unknown
     */
    @Nullable Reported reported(ReportLines.Place place, @Nullable Money amount) {
        if (reporting == null) {
            return null;
        }
        Sum sum = sums.getOrDefault(place, Sum.NOTHING);
        if (amount == null || sum.unconverted() > 0) {
            return new Reported(null, sum.unconverted());
        }
        long micros = sum.micros().setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return new Reported(new Money(micros, reporting.currency()), 0);
    }

    private void add(Reporting wanted, Part part) {
        Optional<BigDecimal> rate =
                rates.computeIfAbsent(
                        part.day(),
                        day -> wanted.rates().find(day.currency(), wanted.currency(), day.date()));
        sums.merge(part.place(), part.at(rate), Sum::plus);
    }

    private record Day(Currency currency, LocalDate date) {}

    /** The lines of one row and day. */
    private record Part(ReportLines.Place place, Day day, long micros, long lines) {

        static Part of(Row row, ReportLines.Place place) {
            Day day =
                    new Day(
                            Currency.getInstance(row.text("currency")),
                            LocalDate.ofEpochDay(row.number("utc_day")));
            return new Part(place, day, row.number("amount"), row.number("amounts"));
        }

        Sum at(Optional<BigDecimal> rate) {
            return rate.map(known -> new Sum(BigDecimal.valueOf(micros).multiply(known), 0))
                    .orElseGet(() -> new Sum(BigDecimal.ZERO, lines));
        }
    }

    /** Exact millionths, not rounded yet, and how many lines are not in them. */
    private record Sum(BigDecimal micros, long unconverted) {
        static final Sum NOTHING = new Sum(BigDecimal.ZERO, 0);

        Sum plus(Sum other) {
            return new Sum(micros.add(other.micros), unconverted + other.unconverted);
        }
    }
}
