package dev.vignette.money;

import java.util.Locale;

/** What a price is for. */
public enum PriceUnit {
    /** One picture delivered. */
    IMAGE,
    /** One second of the provider's computing time. */
    SECOND,
    /** One order that ran, whatever it brought. */
    CALL,
    /** A calendar month in UTC, whatever was made in it. */
    MONTH;

    /** The name on the wire, for example {@code image}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
