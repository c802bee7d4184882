package dev.vignette.storage.objects;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files in a folder of this machine. The file for the key {@code gen_1/0.png} is {@code
 * gen_1/0.png~/content}, with its hash, size and type beside it in {@code facts}; no key can hold a
 * tilde, so a key never meets the keys below it.
 *
 * <p>A file is written elsewhere, flushed to the disk together with its facts, and appears by the
 * renaming of their common folder: in one step, and never over another one. Only one process may
 * use the folder.
 */
public final class LocalObjectStore implements ObjectStore {
    private final Path root;
    private final Incoming incoming;

    /**
     * Opens the store, and removes what a process that died has left half-written.
     *
     * @param root its folder, made when it is not there
     * @throws StoreUnavailable when the folder cannot be made or written to
     */
    public LocalObjectStore(Path root) {
        this.root = root;
        this.incoming = new Incoming(root.resolve(Incoming.CORNER));
        try {
            DurableFolders.create(root);
            incoming.clear();
        } catch (IOException e) {
            throw new StoreUnavailable("the folder for pictures cannot be written to", e);
        }
    }

    @Override
    public void put(ObjectKey key, Content content) {
        try {
            if (!holds(key, content.facts())) {
                write(key, content);
            }
        } catch (IOException e) {
            throw unavailable("store", key, e);
        }
    }

    @Override
    public Optional<ObjectFacts> find(ObjectKey key) {
        try {
            return FactsFile.read(folder(key));
        } catch (IOException e) {
            throw unavailable("look up", key, e);
        }
    }

    @Override
    public Optional<InputStream> open(ObjectKey key) {
        try {
            return Optional.of(Files.newInputStream(folder(key).resolve(Incoming.CONTENT)));
        } catch (NoSuchFileException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw unavailable("open", key, e);
        }
    }

    @Override
    public void delete(ObjectKey key) {
        try {
            incoming.takeAway(folder(key));
        } catch (IOException e) {
            throw unavailable("delete", key, e);
        }
    }

    @Override
    public List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit) {
        try {
            return new LocalListing(root, Incoming.CORNER).page(prefix, after, limit);
        } catch (IOException | UncheckedIOException e) {
            throw new StoreUnavailable("could not list the pictures", e);
        }
    }

    /** Always empty: a folder has no address that others could read from. */
    @Override
    public Optional<URI> link(ObjectKey key, Duration life) {
        return Optional.empty();
    }

    private void write(ObjectKey key, Content content) throws IOException {
        var written = incoming.write(key, content);
        try {
            if (!incoming.publish(written, folder(key)) && !holds(key, content.facts())) {
                throw new IOException("it was deleted while it was being stored");
            }
        } finally {
            incoming.discard(written);
        }
    }

    private boolean holds(ObjectKey key, ObjectFacts wanted) throws IOException {
        var stored = FactsFile.read(folder(key));
        if (stored.isPresent() && !stored.get().hash().equals(wanted.hash())) {
            throw new ObjectConflict(key + " holds other content");
        }
        return stored.isPresent();
    }

    private Path folder(ObjectKey key) {
        return root.resolve(key.value() + LocalListing.MARK);
    }

    private static StoreUnavailable unavailable(String verb, ObjectKey key, IOException cause) {
        return new StoreUnavailable("could not " + verb + " " + key, cause);
    }
}
