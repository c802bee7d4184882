package dev.vignette.server.http.costs;

import dev.vignette.server.http.read.QueryParameters;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A half-open period, and whose calendar it goes by.
 *
 * @param from the first moment
 * @param to the first moment behind it
 * @param zone whose days, weeks and months are meant
 */
record CostPeriod(Instant from, Instant to, ZoneId zone) {
    /** The query parameters that tell a period. */
    static final Set<String> PARAMETERS = Set.of("from", "to", "month", "timezone");

    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("2262-01-01T00:00:00Z");
    private static final int LONGEST_ZONE = 64;
    private static final String TIME_RULE =
            "must be an RFC 3339 time or a date, from 1970 up to 2262";
    private static final String MONTH_RULE =
            "must be a month such as 2026-11, from 1970 up to 2262";
    private static final String ZONE_RULE =
            "must be a time zone's name such as Europe/Berlin, UTC or +02:00";

    /**
     * Reads it from the parameters and notes what is at fault: the month that is named, or what
     * from and to say; without them the current month.
     */
    static CostPeriod read(QueryParameters query, Instant now) {
        ZoneId named = query.meaning("timezone", CostPeriod::zone, ZONE_RULE);
        ZoneId zone = named == null ? UTC : named;
        Instant from = query.meaning("from", text -> time(text, zone), TIME_RULE);
        Instant to = query.meaning("to", text -> time(text, zone), TIME_RULE);
        YearMonth month = query.meaning("month", text -> month(text, zone), MONTH_RULE);
        if (month != null) {
            if (from != null || to != null) {
                query.fault("month", "goes without from and to");
            }
            return of(month, zone);
        }
        CostPeriod period = between(from, to, zone, now);
        if (!period.from().isBefore(period.to())) {
            query.fault("to", "must be after from");
        }
        return period;
    }

    private static CostPeriod between(
            @Nullable Instant from, @Nullable Instant to, ZoneId zone, Instant now) {
        Instant lastOfMonth = to == null ? now : to.minusNanos(1);
        Instant begin = from == null ? of(monthOf(lastOfMonth, zone), zone).from() : from;
        Instant end = to == null ? of(monthOf(now, zone), zone).to() : to;
        return new CostPeriod(begin, end, zone);
    }

    private static CostPeriod of(YearMonth month, ZoneId zone) {
        return new CostPeriod(begin(month, zone), begin(month.plusMonths(1), zone), zone);
    }

    private static Instant begin(YearMonth month, ZoneId zone) {
        return month.atDay(1).atStartOfDay(zone).toInstant();
    }

    private static YearMonth monthOf(Instant time, ZoneId zone) {
        return YearMonth.from(time.atZone(zone));
    }

    private static Optional<YearMonth> month(String text, ZoneId zone) {
        try {
            YearMonth month = YearMonth.parse(text);
            CostPeriod period = of(month, zone);
            return kept(period.from()) && kept(period.to()) ? Optional.of(month) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            Instant time =
                    text.length() == "2026-11-20".length()
                            ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                            : OffsetDateTime.parse(text).toInstant();
            return Optional.of(time).filter(CostPeriod::kept);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** The ledger's times are numbers that end in 2262. */
    private static boolean kept(Instant time) {
        return !time.isBefore(FIRST) && !time.isAfter(LAST);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return name.length() > LONGEST_ZONE ? Optional.empty() : Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
