package dev.vignette.server.http;

import java.net.URI;

/** How apps reach this gateway. Asked at each use: with port 0 it is known only after the start. */
@FunctionalInterface
public interface PublicAddress {

    /** The base of image links and of {@code Location}, without a trailing slash. */
    URI uri();
}
