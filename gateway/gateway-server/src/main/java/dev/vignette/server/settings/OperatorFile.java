package dev.vignette.server.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the operator's file is.
 *
 * @param path the path as it was configured; it may lead over symbolic links, which are followed
 *     anew at each reading
 * @param named whether somebody named it, so that it has to be there at start
 */
public record OperatorFile(Path path, boolean named) {
    /** A thousand clients with two keys each take a quarter of that. */
    private static final int LARGEST = 1_000_000;

    /**
     * What it holds now, or empty when it is not there.
     *
     * @throws IOException when it is there and cannot be read, or is no text
     */
    public Optional<String> text() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new IOException("it is larger than " + LARGEST + " bytes");
            }
            return Optional.of(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(content))
                            .toString());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /**
     * What it holds at start; empty when it is not there and nobody named it.
     *
     * @throws InvalidSettings when it cannot be read, or was named and is not there
     */
    public Optional<String> firstText() {
        try {
            Optional<String> text = text();
            if (text.isPresent() || !named) {
                return text;
            }
        } catch (IOException _) {
            // falls through: it is said below
        }
        throw new InvalidSettings(
                path.toString(), List.of(new Fault(0, null, "this file cannot be read")));
    }
}
