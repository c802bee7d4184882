package dev.vignette.provider;

import java.util.Optional;

/** A provider that says with its answers how many orders are left. */
public interface TellsQuota {

    /**
     * What the last answer to an order said, or empty before the first and when it said nothing.
     */
    Optional<Quota> quota();
}
