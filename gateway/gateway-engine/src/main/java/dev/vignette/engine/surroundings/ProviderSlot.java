package dev.vignette.engine.surroundings;

import dev.vignette.fetch.FetchRules;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;

/**
 * A provider that is configured, enabled and has a credential.
 *
 * @param provider the opened account
 * @param adapter the vendor's adapter
 * @param limits what the account may do at once
 * @param outputs where its pictures may be fetched from
 */
public record ProviderSlot(
        ImageProvider provider, String adapter, Limits limits, FetchRules outputs) {}
