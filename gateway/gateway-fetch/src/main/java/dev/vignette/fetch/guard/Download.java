package dev.vignette.fetch.guard;

import dev.vignette.fetch.Fetched;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Reads one answer into the sink, as far as it may. */
final class Download {
    private static final int OK = 200;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int PIECE = 16_384;

    private final OutputStream sink;
    private final long maxBytes;

    Download(OutputStream sink, long maxBytes) {
        this.sink = sink;
        this.maxBytes = maxBytes;
    }

    /** Reads the answer; a body that breaks off is an exception. */
    Hop read(ClassicHttpResponse answer) throws IOException {
        var status = answer.getCode();
        var location = header(answer, HttpHeaders.LOCATION);
        if (REDIRECTS.contains(status) && location != null) {
            return new Hop.Moved(status, location);
        }
        if (status != OK) {
            return new Hop.Arrived(new Fetched.Answered(status));
        }
        return new Hop.Arrived(body(answer));
    }

    private Fetched body(ClassicHttpResponse answer) throws IOException {
        var encoding = header(answer, HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            return new Fetched.Broken("The body came in an encoding that was not asked for.");
        }
        var entity = answer.getEntity();
        if (entity == null) {
            return new Fetched.Complete(0);
        }
        if (entity.getContentLength() > maxBytes) {
            return new Fetched.TooLarge();
        }
        // Not closed here: closing reads to the end, and the rest may be endless.
        return copy(entity.getContent());
    }

    private Fetched copy(InputStream body) throws IOException {
        var piece = new byte[PIECE];
        var total = 0L;
        for (var count = body.read(piece); count >= 0; count = body.read(piece)) {
            total += count;
            if (total > maxBytes) {
                return new Fetched.TooLarge();
            }
            write(piece, count);
        }
        return new Fetched.Complete(total);
    }

    private void write(byte[] piece, int count) {
        try {
            sink.write(piece, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
