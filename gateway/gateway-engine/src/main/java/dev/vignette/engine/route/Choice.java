package dev.vignette.engine.route;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.provider.Capabilities;

/**
 * A provider chosen for a request.
 *
 * @param name its configured name
 * @param slot the provider
 * @param capabilities what it can do for the kind
 * @param assessment how it treats the request
 */
public record Choice(
        String name, ProviderSlot slot, Capabilities capabilities, Assessment assessment) {}
