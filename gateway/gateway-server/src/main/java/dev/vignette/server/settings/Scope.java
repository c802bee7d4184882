package dev.vignette.server.settings;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What a client's keys may be used for. */
public enum Scope {
    /** Asking for pictures and reading them. */
    GENERATIONS,
    /** Deleting a generation's contents. */
    ERASURES,
    /** Reading costs. */
    @JsonProperty("costs:read")
    COSTS_READ,
    /** Correcting costs. */
    @JsonProperty("costs:write")
    COSTS_WRITE,
    /** Operating the gateway. */
    OPERATE;

    /** The name in the operator's file, for example {@code costs:read}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }
}
