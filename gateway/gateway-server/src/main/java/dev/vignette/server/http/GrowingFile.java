package dev.vignette.server.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.stream.Stream;

/**
 * A file that is made while it is sent: each piece when the one before it is gone. The first is
 * made at once, so that what goes wrong in it is a problem of its own and not half a file.
 */
public final class GrowingFile {
    private GrowingFile() {}

    /** The bytes of those pieces in UTF-8. */
    @SuppressWarnings("JdkObsolete") // SequenceInputStream takes nothing else
    public static InputStream of(Stream<String> pieces) {
        Iterator<String> iterator = pieces.iterator();
        return new SequenceInputStream(
                new Enumeration<>() {
                    @Override
                    public boolean hasMoreElements() {
                        return iterator.hasNext();
                    }

                    @Override
                    public InputStream nextElement() {
                        return new ByteArrayInputStream(
                                iterator.next().getBytes(StandardCharsets.UTF_8));
                    }
                });
    }
}
