package dev.vignette.money;

import java.util.Locale;

/** What a price is for. */
public enum PriceUnit {
    /** One picture delivered. */
    IMAGE,
    /** One second of the provider's computing time. */
    SECOND;

    /** The name on the wire, for example {@code image}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
