package dev.vignette.server.http.auth;

import java.util.Locale;

/** What a client's keys may be used for. */
public enum Scope {
    /** Asking for pictures and reading them. */
    GENERATIONS,
    /** Deleting a generation's contents. */
    ERASURES,
    /** Reading costs. */
    COSTS_READ,
    /** Correcting costs. */
    COSTS_WRITE,
    /** Operating the gateway. */
    OPERATE;

    /** The name in the operator's file and on the wire, for example {@code costs:read}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
