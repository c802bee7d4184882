package dev.vignette.portrait;

import java.util.Locale;

/**
 * A member of a request that describes the picture and that a provider may honour, adapt or be
 * unable to follow. The order is the order in which answers list them.
 */
public enum Member {
    PROMPT,
    NEGATIVE_PROMPT,
    COUNT,
    BACKGROUND,
    RANDOMIZE,
    SAFETY_TOLERANCE,
    WIDTH,
    HEIGHT,
    STEPS,
    GUIDANCE,
    SEED,
    OUTPUT_FORMAT;

    /** The name on the wire, for example {@code negative_prompt}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
