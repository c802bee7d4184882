package dev.vignette.fetch;

import java.io.OutputStream;
import java.net.URI;

/**
 * Downloads from an address that somebody else chose, without letting him choose where we connect:
 * a name is resolved once, every address is checked, the checked address is the one dialled and is
 * checked again at the socket; each redirect starts anew. Never sends credentials or cookies.
 */
public interface GuardedFetch {

    /**
     * Fetches the address into the sink. Blocks. The sink may have received a part when the outcome
     * is not {@link Fetched.Complete}; an exception of the sink is thrown on as {@link
     * java.io.UncheckedIOException}.
     */
    Fetched fetch(URI address, FetchRules rules, OutputStream sink);
}
