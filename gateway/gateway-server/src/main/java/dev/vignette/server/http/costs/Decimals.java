package dev.vignette.server.http.costs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Numbers that are not money, as costs are written: plain, with no more decimals than needed. */
final class Decimals {
    private static final int NANOS = 9;
    private static final int MICROS = 6;
    private static final int MONEY = 2;

    private Decimals() {}

    /** The number, or {@code null} for none. */
    static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal plain = number.stripTrailingZeros();
        return plain.scale() < 0 ? plain.setScale(0, RoundingMode.UNNECESSARY) : plain;
    }

    /** Seconds to the microsecond, or {@code null} for none. */
    static @Nullable BigDecimal seconds(@Nullable Duration time) {
        return time == null
                ? null
                : plain(
                        BigDecimal.valueOf(time.toNanos(), NANOS)
                                .setScale(MICROS, RoundingMode.HALF_EVEN));
    }

    /** A price is money and written like it, though it may be finer than an amount. */
    static @Nullable String price(@Nullable BigDecimal price) {
        BigDecimal plain = plain(price);
        if (plain == null) {
            return null;
        }
        return (plain.scale() < MONEY ? plain.setScale(MONEY, RoundingMode.UNNECESSARY) : plain)
                .toPlainString();
    }
}
