package dev.vignette.fetch.guard;

import dev.vignette.fetch.Fetched;
import dev.vignette.fetch.Landing;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Brings one file into its landing, as far as it may, over as many answers as it takes. */
final class Download {
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int NO_SUCH_RANGE = 416;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final int PIECE = 16_384;

    private final Landing landing;
    private final long maxBytes;
    private Optional<Landing.Reached> reached;
    private volatile long arrived;

    Download(Landing landing, long maxBytes) {
        this.landing = landing;
        this.maxBytes = maxBytes;
        this.reached = landing.reached();
    }

    /** What is here already and is to be continued. */
    Optional<Landing.Reached> reached() {
        return reached;
    }

    /** How many bytes came over the line so far. */
    long arrived() {
        return arrived;
    }

    /** Whether it is still wanted at that speed. */
    boolean worthWhile(long bytesPerSecond) {
        return landing.worthWhile(bytesPerSecond);
    }

    /** Reads the answer; a body that breaks off is an exception. */
    Hop read(ClassicHttpResponse answer) throws IOException {
        var status = answer.getCode();
        var location = header(answer, HttpHeaders.LOCATION);
        if (REDIRECTS.contains(status) && location != null) {
            return new Hop.Moved(status, location);
        }
        if (reached.isPresent() && status == PARTIAL) {
            return rest(answer, reached.get());
        }
        if (reached.isPresent() && status == NO_SUCH_RANGE) {
            return again();
        }
        if (status != OK) {
            return new Hop.Arrived(new Fetched.Answered(status));
        }
        return new Hop.Arrived(all(answer));
    }

    private Hop again() {
        reached = Optional.empty();
        return new Hop.Again();
    }

    private Fetched all(ClassicHttpResponse answer) throws IOException {
        if (isEncoded(answer)) {
            return new Fetched.Broken("The body came in an encoding that was not asked for.");
        }
        if (length(answer) > maxBytes) {
            return new Fetched.TooLarge();
        }
        return copy(body(answer), begin(FileVersion.of(answer).orElse(null)), 0, maxBytes);
    }

    /** What follows on the bytes that are here, provided that the server proves it does. */
    private Hop rest(ClassicHttpResponse answer, Landing.Reached here) throws IOException {
        var range = ContentRange.of(header(answer, HttpHeaders.CONTENT_RANGE));
        if (range.isEmpty()
                || range.get().first() != here.bytes()
                || isEncoded(answer)
                || FileVersion.differs(answer, here.version())) {
            return again();
        }
        if (range.get().whole().orElse(range.get().last() + 1) > maxBytes) {
            return new Hop.Arrived(new Fetched.TooLarge());
        }
        return new Hop.Arrived(rest(answer, here, range.get()));
    }

    private Fetched rest(ClassicHttpResponse answer, Landing.Reached here, ContentRange range)
            throws IOException {
        var end = range.last() + 1;
        var outcome = copy(body(answer), goOn(), here.bytes(), end);
        if (outcome instanceof Fetched.TooLarge) {
            begin(null); // nobody knows any more what belongs to the file
            return new Fetched.Broken("The server sent more than it announced.");
        }
        if (outcome.equals(new Fetched.Complete(end)) && range.isTheRest()) {
            return outcome;
        }
        return new Fetched.Broken("The server sent less than the rest.");
    }

    /** Copies up to that place in the file; it is too large when there is more. */
    private Fetched copy(InputStream body, OutputStream sink, long from, long end)
            throws IOException {
        var piece = new byte[PIECE];
        var place = from;
        // The body is not closed here: closing reads to its end, and the rest may be endless.
        for (var count = body.read(piece); count >= 0; count = body.read(piece)) {
            place += count;
            if (place > end) {
                return new Fetched.TooLarge();
            }
            write(sink, piece, count);
        }
        return new Fetched.Complete(place);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // written by one thread, read by the pace's
    private void write(OutputStream sink, byte[] piece, int count) {
        try {
            sink.write(piece, 0, count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        arrived += count;
    }

    private OutputStream begin(@Nullable String version) {
        try {
            return landing.begin(version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private OutputStream goOn() {
        try {
            return landing.goOn();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream body(ClassicHttpResponse answer) throws IOException {
        var entity = answer.getEntity();
        return entity == null ? InputStream.nullInputStream() : entity.getContent();
    }

    private static long length(ClassicHttpResponse answer) {
        var entity = answer.getEntity();
        return entity == null ? 0 : entity.getContentLength();
    }

    private static boolean isEncoded(ClassicHttpResponse answer) {
        var encoding = header(answer, HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static @Nullable String header(ClassicHttpResponse answer, String name) {
        Header header = answer.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }
}
