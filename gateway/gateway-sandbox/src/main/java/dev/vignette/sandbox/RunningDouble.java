package dev.vignette.sandbox;

import java.net.URI;

/** A double that listens. */
public interface RunningDouble extends AutoCloseable {

    /** What the adapter takes for the vendor's API, without a trailing slash. */
    URI baseUrl();

    /** The only token or key it accepts; new at each start, worth nothing. */
    String credential();

    /** Where its control calls are, without a trailing slash; see the package's description. */
    URI controlUrl();

    /** Stops at once; answers on their way are cut. */
    @Override
    void close();
}
