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

    /** A file whose bytes are on the disk already and will not change; a store may link it. */
    public static Content of(Path file, ObjectFacts facts) {
        return new Content(facts, new DurableFile(file));
    }

    /**
     * A file whose bytes are on the disk already and will not change.
     *
     * @param path where it is
     */
    public record DurableFile(Path path) implements Source {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }
}
