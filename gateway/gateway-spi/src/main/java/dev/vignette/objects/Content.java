package dev.vignette.objects;

import dev.vignette.portrait.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to be stored whose size and hash are known beforehand.
 *
 * @param facts what is known of it
 * @param source opens it from the start, as often as it is asked
 */
public record Content(ObjectFacts facts, Source source) {

    /** Opens the file. */
    @FunctionalInterface
    public interface Source {
        /** A stream from the first byte, to be closed by the caller. */
        InputStream open() throws IOException;
    }

    /** A small file in memory. */
    public static Content of(byte[] bytes, String mediaType) {
        return new Content(
                new ObjectFacts(ContentHash.of(bytes), bytes.length, mediaType),
                () -> new ByteArrayInputStream(bytes));
    }

    /** A file on disk. */
    public static Content of(Path file, ObjectFacts facts) {
        return new Content(facts, () -> Files.newInputStream(file));
    }
}
