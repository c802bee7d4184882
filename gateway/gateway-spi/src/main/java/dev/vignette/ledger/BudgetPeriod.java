package dev.vignette.ledger;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How long a budget lasts until it renews, by the calendar in UTC. */
public enum BudgetPeriod {
    /** From midnight to midnight. */
    DAY,
    /** From the first of a month to the first of the next. */
    MONTH;

    /** The name on the wire, for example {@code month}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** When the period began that the moment lies in. */
    public Instant begin(Instant at) {
        return day(at).toInstant();
    }

    /** When the period after it begins. */
    public Instant end(Instant at) {
        ZonedDateTime begin = day(at);
        return switch (this) {
            case DAY -> begin.plusDays(1).toInstant();
            case MONTH -> begin.plusMonths(1).toInstant();
        };
    }

    private ZonedDateTime day(Instant at) {
        ZonedDateTime day = at.atZone(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS);
        return switch (this) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
