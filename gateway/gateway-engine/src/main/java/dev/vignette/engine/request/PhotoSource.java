package dev.vignette.engine.request;

import java.net.URI;

/** Where the reference photo of a request is. */
public sealed interface PhotoSource {

    /** At an address the caller named, to be fetched once by the guarded client. */
    record Address(URI address) implements PhotoSource {}

    /**
     * In the request itself, as a data URI or a file part.
     *
     * @param bytes the file; whoever made this gives it away
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 15 MB
    record Inline(byte[] bytes) implements PhotoSource {}
}
