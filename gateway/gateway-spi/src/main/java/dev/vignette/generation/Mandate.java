package dev.vignette.generation;

import java.util.Locale;

/** Why an attempt may spend money. */
public enum Mandate {
    /** Its generation asked for it. */
    ASKED,
    /** It replaces one that is presumed lost; what it may cost in vain is limited. */
    RESUBMITTED,
    /** It brings pictures that another was paid for and did not bring, to complete the others. */
    TOP_UP,
    /** An operator ordered it, also when nobody waits any more. */
    OPERATOR;

    /** The name on the wire, for example {@code resubmitted}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
