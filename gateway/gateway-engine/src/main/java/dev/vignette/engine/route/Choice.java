package dev.vignette.engine.route;

import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.generation.Attempt;
import dev.vignette.provider.Capabilities;
import java.util.Objects;

/**
 * A provider chosen for a request.
 *
 * @param name its configured name
 * @param slot the provider
 * @param capabilities what it can do for the kind
 * @param assessment how it treats the request
 * @param settings the number of the settings under which it was chosen
 */
public record Choice(
        String name,
        ProviderSlot slot,
        Capabilities capabilities,
        Assessment assessment,
        long settings) {

    /** Whether an order sent now is the purchase that was written down for it. */
    public boolean buys(Attempt planned) {
        return slot.adapter().equals(planned.adapter())
                && capabilities.model().equals(planned.model())
                && Objects.equals(capabilities.modelVersion(), planned.modelVersion())
                && planned.pictures() <= capabilities.picturesPerOrder();
    }
}
