package dev.vignette.replicate;

import dev.vignette.tck.provider.ListingContract;
import dev.vignette.tck.provider.ListingVendor;

/** The shared contract on lists, over the double. */
final class ReplicateListingTest implements ListingContract {

    @Override
    public ListingVendor vendor() {
        return new LiveReplicate();
    }
}
