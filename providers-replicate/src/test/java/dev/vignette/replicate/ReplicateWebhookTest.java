package dev.vignette.replicate;

import dev.vignette.tck.provider.SignedWebhookContract;
import dev.vignette.tck.provider.SigningVendor;

/** The shared contract on calls of the vendor, over the double. */
final class ReplicateWebhookTest implements SignedWebhookContract {

    @Override
    public SigningVendor vendor() {
        return new LiveReplicate();
    }
}
