package dev.vignette.ledger;

import java.util.Locale;

/** Who pays for work. */
public enum Payer {
    /** The client that asked for it, whatever became of it. */
    CLIENT,
    /** All clients, who share what a provider takes for a month. */
    ALL_CLIENTS,
    /** The operator: no generation is known for it. */
    OPERATOR;

    /** The name on the wire, for example {@code client}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
