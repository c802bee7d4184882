package dev.vignette.engine.route;

import dev.vignette.engine.health.Standing;
import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.money.Cost;

/**
 * A provider that may serve a demand.
 *
 * @param entry its place in the route
 * @param choice the provider, and how it treats the request
 * @param standing how it stands
 * @param price what the demand would probably cost there
 */
public record Contender(RouteEntry entry, Choice choice, Standing standing, Cost price) {

    /** Its configured name. */
    public String name() {
        return entry.provider();
    }
}
