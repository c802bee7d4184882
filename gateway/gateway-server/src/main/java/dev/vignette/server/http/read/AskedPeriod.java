package dev.vignette.server.http.read;

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
public record AskedPeriod(Instant from, Instant to, ZoneId zone) {
    /** The query parameters that tell a period. */
    public static final Set<String> PARAMETERS = Set.of("from", "to", "month");

    /** The one that tells whose calendar is meant, where that may be chosen. */
    public static final String ZONE = "timezone";

    /** The calendar that is meant unless somebody says otherwise. */
    public static final ZoneId UTC = ZoneId.of("UTC");

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
    public static AskedPeriod read(QueryParameters query, ZoneId zone, Instant now) {
        Instant from = query.meaning("from", text -> time(text, zone), TIME_RULE);
        Instant to = query.meaning("to", text -> time(text, zone), TIME_RULE);
        YearMonth month = query.meaning("month", text -> month(text, zone), MONTH_RULE);
        if (month != null) {
            if (from != null || to != null) {
                query.fault("month", "goes without from and to");
            }
            return of(month, zone);
        }
        AskedPeriod period = between(from, to, zone, now);
        if (!period.from().isBefore(period.to())) {
            query.fault("to", "must be after from");
        }
        return period;
    }

    /** Whose calendar the caller means: UTC unless he says so. */
    public static ZoneId zone(QueryParameters query) {
        ZoneId named = query.meaning(ZONE, AskedPeriod::zone, ZONE_RULE);
        return named == null ? UTC : named;
    }

    /** What a time or a date in UTC means: midnight where it begins. Empty when it is neither. */
    public static Optional<Instant> time(String text) {
        return time(text, UTC);
    }

    private static AskedPeriod between(
            @Nullable Instant from, @Nullable Instant to, ZoneId zone, Instant now) {
        Instant lastOfMonth = to == null ? now : to.minusNanos(1);
        Instant begin = from == null ? of(monthOf(lastOfMonth, zone), zone).from() : from;
        Instant end = to == null ? of(monthOf(now, zone), zone).to() : to;
        return new AskedPeriod(begin, end, zone);
    }

    private static AskedPeriod of(YearMonth month, ZoneId zone) {
        return new AskedPeriod(begin(month, zone), begin(month.plusMonths(1), zone), zone);
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
            AskedPeriod period = of(month, zone);
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
            return Optional.of(time).filter(AskedPeriod::kept);
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
