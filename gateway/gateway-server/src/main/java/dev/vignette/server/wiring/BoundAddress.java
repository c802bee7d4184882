package dev.vignette.server.wiring;

import dev.vignette.server.http.PublicAddress;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** How apps reach this gateway: configured, or where it listens, which is known once it does. */
@Singleton
public final class BoundAddress implements PublicAddress {
    private final CompletableFuture<URI> known = new CompletableFuture<>();

    /** From now on it is reached there. */
    public void set(URI address) {
        known.complete(address);
    }

    @Override
    public URI uri() {
        return known.join();
    }
}
