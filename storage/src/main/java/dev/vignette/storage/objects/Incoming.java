package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The corner of a local store where files are on their way in or out, seen by nobody. */
final class Incoming {
    /** The corner's folder in the store's. */
    static final String CORNER = ".incoming";

    /** The name of a file's bytes in its folder. */
    static final String CONTENT = "content";

    private static final Logger LOG = LoggerFactory.getLogger(Incoming.class);

    private final Path corner;

    Incoming(Path corner) {
        this.corner = corner;
    }

    /** Empties the corner. */
    void clear() throws IOException {
        DurableFolders.create(corner);
        try (var leftovers = Files.list(corner)) {
            for (var leftover : leftovers.toList()) {
                discard(leftover);
            }
        }
    }

    /** Writes content and facts to the disk, and returns the folder that holds them. */
    Path write(ObjectKey key, Content content) throws IOException {
        var folder = Files.createDirectory(corner.resolve(UUID.randomUUID().toString()));
        try {
            if (!linkContent(folder.resolve(CONTENT), key, content)) {
                writeContent(folder.resolve(CONTENT), key, content);
            }
            FactsFile.write(folder, content.facts());
            DurableFolders.flush(folder);
            return folder;
        } catch (IOException | RuntimeException e) {
            discard(folder);
            throw e;
        }
    }

    /**
     * Moves a written folder to its place, durably.
     *
     * @return false when the place is taken
     */
    boolean publish(Path written, Path place) throws IOException {
        var parent = above(place);
        DurableFolders.create(parent);
        try {
            Files.move(written, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException _) {
            return false;
        } catch (FileSystemException e) {
            if (Files.isDirectory(place)) {
                return false;
            }
            throw e;
        }
        DurableFolders.flush(parent);
        return true;
    }

    /** Takes a folder out of its place, all at once, and removes it. */
    void takeAway(Path place) throws IOException {
        var away = corner.resolve(UUID.randomUUID().toString());
        try {
            Files.move(place, away, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException _) {
            return;
        }
        DurableFolders.flush(above(place));
        discard(away);
    }

    /** Removes a folder of this corner, or does nothing when it has moved on. */
    void discard(Path folder) throws IOException {
        for (var name : List.of(CONTENT, FactsFile.NAME)) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.deleteIfExists(folder);
    }

    private static Path above(Path place) {
        return Objects.requireNonNull(place.getParent(), "every place is inside the store");
    }

    /**
     * A file that lies on the same disk, and is there to stay, is checked and not written again.
     */
    private static boolean linkContent(Path file, ObjectKey key, Content content)
            throws IOException {
        if (!(content.source() instanceof Content.DurableFile(Path original))) {
            return false;
        }
        try (var bytes = PromisedStream.open(key, content)) {
            bytes.transferTo(OutputStream.nullOutputStream());
            Files.createLink(file, original);
            return true;
        } catch (UnsupportedOperationException | FileSystemException e) {
            LOG.debug("{}: no link from {}, it is copied", key, original.getFileName(), e);
            return false;
        }
    }

    private static void writeContent(Path file, ObjectKey key, Content content) throws IOException {
        try (var bytes = PromisedStream.open(key, content);
                var channel = create(file)) {
            bytes.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }
}
