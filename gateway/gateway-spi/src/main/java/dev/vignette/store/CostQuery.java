package dev.vignette.store;

import dev.vignette.money.ExchangeRates;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines to add up, and how.
 *
 * @param from the first moment, inclusive; 1970 or later
 * @param to the last moment, exclusive; 2262 or earlier
 * @param zone whose calendar says what a day, a week and a month is
 * @param groupBy {@code provider}, {@code adapter}, {@code model}, {@code model_version}, {@code
 *     kind}, {@code client}, {@code day}, {@code week}, {@code month}, {@code outcome}, {@code
 *     currency}, {@code certainty} or {@code labels.NAME}, in the order of the answer's columns;
 *     never empty
 * @param filter which lines
 * @param reporting what amounts are also given in; {@code null} for nothing else
 * @param pace whether the median and the 95th percentile of the times are wanted: they take a
 *     sorting of their own
 */
public record CostQuery(
        Instant from,
        Instant to,
        ZoneId zone,
        List<String> groupBy,
        CostFilter filter,
        @Nullable Reporting reporting,
        boolean pace) {
    public CostQuery {
        groupBy = List.copyOf(groupBy);
    }

    /** All lines of a period, by the calendar in UTC, in their own currencies. */
    public static CostQuery of(Instant from, Instant to, List<String> groupBy) {
        return new CostQuery(from, to, ZoneOffset.UTC, groupBy, CostFilter.ALL, null, false);
    }

    /**
     * Another currency beside the original ones.
     *
     * @param currency that one
     * @param rates what the others were worth in it, day by day
     */
    public record Reporting(Currency currency, ExchangeRates rates) {}
}
