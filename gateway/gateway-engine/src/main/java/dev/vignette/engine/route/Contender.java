package dev.vignette.engine.route;

import dev.vignette.engine.health.Standing;
import dev.vignette.engine.price.Estimate;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.money.Cost;

/**
 * A provider that may serve a demand.
 *
 * @param entry its place in the route
 * @param choice the provider, and how it treats the request
 * @param standing how it stands
 * @param estimate what the demand would cost there
 */
public record Contender(RouteEntry entry, Choice choice, Standing standing, Estimate estimate) {

    /** What has to be reckoned with there: the most it may cost, or that nobody knows. */
    public Cost price() {
        return estimate.cost();
    }

    /** Its configured name. */
    public String name() {
        return entry.provider();
    }
}
