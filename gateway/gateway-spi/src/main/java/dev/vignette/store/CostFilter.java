package dev.vignette.store;

import dev.vignette.portrait.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of the ledger are meant; {@code null} each for any.
 *
 * @param provider the configured provider
 * @param client who called
 * @param kind what was asked for
 */
public record CostFilter(@Nullable String provider, @Nullable String client, @Nullable Kind kind) {

    /** Every line. */
    public static final CostFilter ALL = new CostFilter(null, null, null);
}
