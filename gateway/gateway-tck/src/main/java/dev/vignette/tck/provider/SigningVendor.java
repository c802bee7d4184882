package dev.vignette.tck.provider;

import dev.vignette.provider.SendsWebhooks;
import java.time.Clock;

/** A running vendor that signs its calls. */
public interface SigningVendor extends LiveVendor {

    /** Signs with another secret from now on. */
    void replaceSecret();

    /** The next call will be signed with a secret that is not the account's. */
    void forgeNextCall();

    /** An adapter of the account that cannot reach the vendor. */
    SendsWebhooks unreachable(Clock clock);
}
