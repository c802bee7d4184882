package dev.vignette.benchmark.ledger;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A charge of a year that was made up, worked out from its number alone: evenly over 2025, a third
 * of them in euros at a second provider, three in a hundred failed, one in a hundred without a
 * price, one in forty corrected later by some millionths more or less.
 *
 * @param number from 1
 * @param of how many there are
 */
public record KnownLine(int number, int of) {
    /** The year all are in. */
    public static final int YEAR = 2025;

    private static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");
    private static final long NANOS_OF_A_YEAR = 365L * 24 * 60 * 60 * 1_000_000_000;
    private static final int FAILED = 33;
    private static final int UNPRICED = 100;
    private static final int CORRECTED = 40;
    private static final long PICTURE = 40_000;

    /** Who made it. */
    public String provider() {
        return number % 3 == 0 ? "modelslab" : "replicate";
    }

    /** What it is in. */
    public String currency() {
        return number % 3 == 0 ? "EUR" : "USD";
    }

    /** Its job at the provider. */
    public String job() {
        return "job-%08d".formatted(number);
    }

    /** When it was charged. */
    public Instant at() {
        return BEGIN.plusNanos(NANOS_OF_A_YEAR / of * (number - 1));
    }

    /** The month it is in. */
    public YearMonth month() {
        return YearMonth.from(at().atZone(ZoneOffset.UTC));
    }

    /** Pictures that came. */
    public int images() {
        return number % FAILED == 0 ? 0 : 4;
    }

    /** How it ended. */
    public String outcome() {
        return images() == 0 ? "failed" : "succeeded";
    }

    /** What was written down first, in millionths; {@code null} when nobody knew. */
    public @Nullable Long charged() {
        return number % UNPRICED == 0 ? null : images() * PICTURE + number % 7;
    }

    /** By how much it was corrected, in millionths; {@code null} when it was not. */
    public @Nullable Long corrected() {
        if (number % CORRECTED != 0) {
            return null;
        }
        boolean large = charged() != null && images() > 0;
        return number % 901 - (large ? 450L : 0);
    }

    /** What it costs in the end, in millionths; {@code null} when nobody knows. */
    public @Nullable Long cost() {
        Long charged = charged();
        Long corrected = corrected();
        if (charged == null) {
            return corrected;
        }
        return corrected == null ? charged : Long.valueOf(charged + corrected);
    }
}
