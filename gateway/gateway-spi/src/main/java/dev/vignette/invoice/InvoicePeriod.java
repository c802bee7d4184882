package dev.vignette.invoice;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time an invoice is for.
 *
 * @param from the first moment
 * @param to the first moment behind it
 * @param month the month in UTC that it is; {@code null} when it is none
 */
public record InvoicePeriod(Instant from, Instant to, @Nullable YearMonth month) {
    private static final long MILLI = 1;

    public InvoicePeriod {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a period ends after it begins");
        }
    }

    /** A month in UTC. */
    public static InvoicePeriod of(YearMonth month) {
        return new InvoicePeriod(begin(month), begin(month.plusMonths(1)), month);
    }

    /** The month, if it is one. */
    public Optional<YearMonth> wholeMonth() {
        return Optional.ofNullable(month);
    }

    /** Its last moment as the API writes it, to the millisecond. */
    public Instant last() {
        return to.minusMillis(MILLI);
    }

    /** What it is called: {@code 2026-11}, or its two ends. */
    public String name() {
        return month == null ? from + "/" + to : month.toString();
    }

    private static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
