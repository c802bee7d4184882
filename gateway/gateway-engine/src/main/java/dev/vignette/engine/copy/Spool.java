package dev.vignette.engine.copy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A directory where pictures lie between the provider's link and our store. A file appears under
 * its final name only complete and durable, so whatever is found there after a crash can be used.
 */
public final class Spool {
    private static final String PART = ".part";

    private final Path directory;
    private final long quota;
    private final AtomicLong used = new AtomicLong();
    private final AtomicLong parts = new AtomicLong();

    private Spool(Path directory, long quota) {
        this.directory = directory;
        this.quota = quota;
    }

    /**
     * Opens the spool in that directory, makes it when it is not there, and clears away what was
     * being written when the process ended. One process at a time.
     *
     * @param quotaBytes how much may lie in it before further downloads wait; pictures that came
     *     inside an answer are always taken
     */
    public static Spool open(Path directory, long quotaBytes) throws IOException {
        Files.createDirectories(directory);
        Spool spool = new Spool(directory, quotaBytes);
        for (Path file : spool.files()) {
            if (file.getFileName().toString().endsWith(PART)) {
                Files.delete(file);
            } else {
                spool.used.addAndGet(Files.size(file));
            }
        }
        return spool;
    }

    /** How many bytes lie in it, those being written included. */
    public long bytes() {
        return used.get();
    }

    /**
     * Deletes every file but those of these pictures: at start, what no picture waits for any more.
     */
    public void keepOnly(Collection<ObjectKey> awaited) throws IOException {
        Set<Path> wanted = awaited.stream().map(this::fileOf).collect(Collectors.toSet());
        for (Path file : files()) {
            if (!wanted.contains(file)) {
                delete(file);
            }
        }
    }

    /** The picture that is complete in the spool, or empty when there is none. */
    Optional<SpooledPicture> find(ObjectKey key) throws IOException {
        Path file = fileOf(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        return switch (PictureHeader.of(file)) {
            case PictureHeader.Known header ->
                    Optional.of(new SpooledPicture(file, header, Files.size(file), hashOf(file)));
            case PictureHeader.NotAPicture _ -> Optional.empty();
        };
    }

    /** Begins to write a picture that is downloaded; it waits while the spool is full. */
    SpoolPart begin(ObjectKey key) throws IOException {
        return part(key, false);
    }

    /** Begins to write a picture that nobody could fetch again. */
    SpoolPart beginUrgent(ObjectKey key) throws IOException {
        return part(key, true);
    }

    /** Deletes a picture; one that is not there is fine. */
    void forget(ObjectKey key) throws IOException {
        delete(fileOf(key));
    }

    void reserve(int bytes, boolean urgent) throws SpoolFull {
        if (used.addAndGet(bytes) > quota && !urgent) {
            used.addAndGet(-bytes);
            throw new SpoolFull();
        }
    }

    void publish(Path part, Path target) throws IOException {
        long replaced = Files.exists(target) ? Files.size(target) : 0;
        Files.move(part, target, ATOMIC_MOVE);
        used.addAndGet(-replaced);
        try (FileChannel names = FileChannel.open(directory)) {
            names.force(true);
        }
    }

    void discard(Path part, long bytes) throws IOException {
        used.addAndGet(-bytes);
        Files.deleteIfExists(part);
    }

    private SpoolPart part(ObjectKey key, boolean urgent) throws IOException {
        Path target = fileOf(key);
        String name = target.getFileName() + "." + parts.incrementAndGet() + PART;
        return new SpoolPart(this, directory.resolve(name), target, urgent);
    }

    private void delete(Path file) throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        if (Files.deleteIfExists(file)) {
            used.addAndGet(-bytes);
        }
    }

    /** The same name for the same key always, and never longer than a file system takes. */
    private Path fileOf(ObjectKey key) {
        byte[] text = key.value().getBytes(StandardCharsets.US_ASCII);
        return directory.resolve(ContentHash.of(text).hex());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static ContentHash hashOf(Path file) throws IOException {
        var digest = ContentHash.digest();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return ContentHash.ofDigest(digest.digest());
    }
}
