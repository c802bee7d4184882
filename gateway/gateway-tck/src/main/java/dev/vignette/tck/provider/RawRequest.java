package dev.vignette.tck.provider;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire, its body read and thrown away.
 *
 * @param method for example {@code POST}
 * @param path with its query
 */
record RawRequest(String method, String path) {

    /** The next request of a connection, or {@code null} when the client has closed it. */
    static @Nullable RawRequest read(BufferedInputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        long length = 0;
        boolean chunked = false;
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String header = line.toLowerCase(Locale.ROOT).replace(" ", "");
            if (header.startsWith("content-length:")) {
                length = Long.parseLong(header.substring("content-length:".length()));
            }
            chunked |= header.equals("transfer-encoding:chunked");
        }
        skipBody(in, chunked, length);
        String[] words = first.split(" ", 3);
        return new RawRequest(words[0], words[1]);
    }

    boolean isPostTo(String pathPattern) {
        return method.equals("POST") && path.split("\\?", 2)[0].matches(pathPattern);
    }

    private static void skipBody(BufferedInputStream in, boolean chunked, long length)
            throws IOException {
        if (!chunked) {
            in.skipNBytes(length);
            return;
        }
        for (long size = chunkSize(in); size > 0; size = chunkSize(in)) {
            in.skipNBytes(size + 2);
        }
        line(in);
    }

    private static long chunkSize(BufferedInputStream in) throws IOException {
        return Long.parseLong(line(in), 16);
    }

    private static String line(BufferedInputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n' && next != -1; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }
}
