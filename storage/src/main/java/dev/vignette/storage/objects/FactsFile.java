package dev.vignette.storage.objects;

import dev.vignette.objects.ObjectFacts;
import dev.vignette.portrait.ContentHash;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** What is known of a local file, beside it: hash, size and media type, a line each. */
final class FactsFile {
    static final String NAME = "facts";

    private FactsFile() {}

    /** Writes the facts into the folder, down to the disk. */
    static void write(Path folder, ObjectFacts facts) throws IOException {
        var text = facts.hash().hex() + "\n" + facts.bytes() + "\n" + facts.mediaType() + "\n";
        try (var channel =
                FileChannel.open(
                        folder.resolve(NAME),
                        StandardOpenOption.CREATE_NEW,
                        StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** The facts in that folder, or empty when it holds none. */
    static Optional<ObjectFacts> read(Path folder) throws IOException {
        try {
            var lines = Files.readAllLines(folder.resolve(NAME));
            var hash = new ContentHash(lines.get(0));
            return Optional.of(new ObjectFacts(hash, Long.parseLong(lines.get(1)), lines.get(2)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new IOException("the facts in " + folder.getFileName() + " are damaged", e);
        }
    }
}
