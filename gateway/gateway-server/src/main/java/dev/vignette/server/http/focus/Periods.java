package dev.vignette.server.http.focus;

import static dev.vignette.server.http.focus.FocusColumn.BILLING_PERIOD_END;
import static dev.vignette.server.http.focus.FocusColumn.BILLING_PERIOD_START;
import static dev.vignette.server.http.focus.FocusColumn.CHARGE_PERIOD_END;
import static dev.vignette.server.http.focus.FocusColumn.CHARGE_PERIOD_START;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The periods of a row (FOCUS 1.2, columns Billing Period and Charge Period): half-open, in UTC.
 */
final class Periods {
    private static final Duration HOUR = Duration.ofHours(1);

    private Periods() {}

    /** It is billed in that moment's month. */
    static void billed(FocusRow row, Instant at) {
        row.time(BILLING_PERIOD_START, begin(month(at)))
                .time(BILLING_PERIOD_END, begin(month(at).plusMonths(1)));
    }

    /** It was charged in that moment's hour. */
    static void hour(FocusRow row, Instant at) {
        Instant begin = at.truncatedTo(ChronoUnit.HOURS);
        row.time(CHARGE_PERIOD_START, begin).time(CHARGE_PERIOD_END, begin.plus(HOUR));
    }

    /** It is charged for that moment's month. */
    static void month(FocusRow row, Instant at) {
        row.time(CHARGE_PERIOD_START, begin(month(at)))
                .time(CHARGE_PERIOD_END, begin(month(at).plusMonths(1)));
    }

    /** Whether one moment lies in a month before the other's. */
    static boolean inMonthBefore(Instant one, Instant other) {
        return month(one).isBefore(month(other));
    }

    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atOffset(ZoneOffset.UTC));
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
