package dev.vignette.fetch;

import java.io.OutputStream;
import java.net.URI;

/**
 * Downloads from an address that somebody else chose, without letting him choose where we connect:
 * a name is resolved once, every address is checked, the checked address is the one dialled and is
 * checked again at the socket; each redirect starts anew. Never sends credentials or cookies.
 */
@FunctionalInterface
public interface GuardedFetch {

    /**
     * Fetches the address into the landing, going on after what is there when the server proves
     * that it still has that very file, and beginning again when it does not. Blocks. The landing
     * may have received a part when the outcome is not {@link Fetched.Complete}; an exception of
     * the landing is thrown on as {@link java.io.UncheckedIOException}.
     */
    Fetched fetch(URI address, FetchRules rules, Landing landing);

    /** Fetches the address into the sink from the first byte on; otherwise the same. */
    default Fetched fetch(URI address, FetchRules rules, OutputStream sink) {
        return fetch(address, rules, Landing.of(sink));
    }
}
