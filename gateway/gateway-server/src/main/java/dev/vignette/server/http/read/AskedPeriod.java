package dev.vignette.server.http.read;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/**
 * The period a caller asks about, in UTC: {@code from} and {@code to}, or {@code month}, or by
 * default the current month.
 *
 * @param from the first moment, inclusive
 * @param to the last moment, exclusive
 */
public record AskedPeriod(Instant from, Instant to) {
    /** The parameters that are read. */
    public static final Set<String> PARAMETERS = Set.of("from", "to", "month");

    private static final String TIME_RULE = "must be an RFC 3339 time or a date";
    private static final int DATE = "2026-11-20".length();
    // What the stores write times with ends in 2262; nobody asks about more.
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2262-01-01T00:00:00Z");

    /** Reads it and notes every fault; with a fault the period means nothing. */
    public static AskedPeriod read(QueryParameters query, Instant now) {
        Instant from = query.meaning("from", AskedPeriod::time, TIME_RULE);
        Instant to = query.meaning("to", AskedPeriod::time, TIME_RULE);
        YearMonth month = query.meaning("month", AskedPeriod::month, "must be like 2026-11");
        if (month != null && (from != null || to != null)) {
            query.fault("month", "cannot be given beside from or to");
        }
        YearMonth usual = month != null ? month : monthOf(to == null ? now : to.minusNanos(1));
        Instant begin = from == null ? begin(usual) : from;
        Instant end =
                to == null ? begin(month == null ? monthOf(now).plusMonths(1) : next(month)) : to;
        if (!begin.isBefore(end)) {
            query.fault("to", "must be after from");
        }
        return new AskedPeriod(begin, end);
    }

    /** What a time or a date means: midnight where it begins. Empty when it is neither. */
    public static Optional<Instant> time(String text) {
        try {
            return Optional.of(
                            text.length() == DATE
                                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                                    : OffsetDateTime.parse(text).toInstant())
                    .filter(time -> !time.isBefore(EARLIEST) && time.isBefore(LATEST));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<YearMonth> month(String text) {
        try {
            return Optional.of(YearMonth.parse(text))
                    .filter(month -> time(month + "-01").isPresent());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static YearMonth next(YearMonth month) {
        return month.plusMonths(1);
    }

    private static YearMonth monthOf(Instant time) {
        return YearMonth.from(time.atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
