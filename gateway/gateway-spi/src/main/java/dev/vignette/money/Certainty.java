package dev.vignette.money;

import java.util.Locale;

/** How well an amount is known. */
public enum Certainty {
    /** The provider said so. */
    REPORTED,
    /** The operator's price list times what was delivered. */
    PRICE_BOOK,
    /** A guess by the price list where the provider's practice is not known. */
    ESTIMATED,
    /** No price fits: the amount is unknown, which is not zero. */
    UNPRICED;

    /** The name on the wire, for example {@code price_book}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
