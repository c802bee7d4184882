package dev.vignette.engine.copy;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A directory where pictures lie between the provider's link and our store. A file appears under
 * its final name only complete and durable, so whatever is found there after a crash can be used.
 * The name is the picture's key with {@code ~} for {@code /}; a part's name goes on with {@code
 * ~~}.
 */
public final class Spool {
    private static final long LARGEST_PICTURE = 64_000_000;

    private final Path directory;
    private final SpoolQuota quota;
    private final AtomicLong parts = new AtomicLong();

    private Spool(Path directory, SpoolQuota quota) {
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
        Spool spool = new Spool(directory, new SpoolQuota(quotaBytes));
        for (Path file : spool.files()) {
            if (SpoolNames.isPart(file)) {
                Files.delete(file);
            } else {
                spool.quota.take(Files.size(file));
            }
        }
        return spool;
    }

    /** How many bytes lie in it, those being written included. */
    public long bytes() {
        return quota.used();
    }

    /** The keys of the pictures that are complete in it. */
    List<ObjectKey> keys() throws IOException {
        return files().stream().flatMap(file -> SpoolNames.key(file).stream()).toList();
    }

    /** Since when that picture lies in it, or empty when it does not. */
    Optional<Instant> since(ObjectKey key) throws IOException {
        try {
            return Optional.of(
                    Files.getLastModifiedTime(SpoolNames.file(directory, key)).toInstant());
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** Whether little is left of the quota. */
    boolean isCrowded() {
        return quota.isCrowded();
    }

    /** Whether a further download would meet a full spool at once. */
    boolean isFull() {
        return quota.isFull();
    }

    /** Whether the disk has room for another picture, whatever the quota says. */
    boolean hasDisk() {
        return directory.toFile().getUsableSpace() > LARGEST_PICTURE;
    }

    /** The picture that is complete in the spool, or empty when there is none. */
    Optional<SpooledPicture> find(ObjectKey key) throws IOException {
        Path file = SpoolNames.file(directory, key);
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
        delete(SpoolNames.file(directory, key));
    }

    void publish(Path part, Path target) throws IOException {
        long replaced = Files.exists(target) ? Files.size(target) : 0;
        Files.move(part, target, ATOMIC_MOVE);
        quota.release(replaced);
        try (FileChannel names = FileChannel.open(directory)) {
            names.force(true);
        }
    }

    void discard(Path part, long bytes) throws IOException {
        quota.release(bytes);
        Files.deleteIfExists(part);
    }

    private SpoolPart part(ObjectKey key, boolean urgent) throws IOException {
        Path target = SpoolNames.file(directory, key);
        Path part = SpoolNames.part(target, parts.incrementAndGet());
        return new SpoolPart(this, quota, part, target, urgent);
    }

    private void delete(Path file) throws IOException {
        long bytes = Files.exists(file) ? Files.size(file) : 0;
        if (Files.deleteIfExists(file)) {
            quota.release(bytes);
        }
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
