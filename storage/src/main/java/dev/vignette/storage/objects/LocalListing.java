package dev.vignette.storage.objects;

import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectKey;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Lists a local store. Folders come in no order, so that every page is a walk over the names of all
 * files; only the page itself is held in memory.
 */
final class LocalListing {
    /** What the name of a file's folder ends with. */
    static final String MARK = "~";

    private final Path root;
    private final String corner;

    /**
     * @param corner the folder in the store's that holds no files of it
     */
    LocalListing(Path root, String corner) {
        this.root = root;
        this.corner = corner;
    }

    List<ListedObject> page(String prefix, @Nullable ObjectKey after, int limit)
            throws IOException {
        NavigableSet<String> keys = new TreeSet<>();
        Files.walkFileTree(
                root, new Names(prefix, after == null ? "" : after.value(), limit, keys));
        List<ListedObject> page = new ArrayList<>();
        for (String key : keys) {
            add(page, new ObjectKey(key));
        }
        return page;
    }

    /** The facts are written when a file is stored; its bytes may be older. */
    private void add(List<ListedObject> page, ObjectKey key) throws IOException {
        var facts = root.resolve(key.value() + MARK).resolve(FactsFile.NAME);
        try {
            page.add(new ListedObject(key, Files.getLastModifiedTime(facts).toInstant()));
        } catch (NoSuchFileException _) {
            // Deleted since it was seen.
        }
    }

    /** Collects the first keys. */
    private final class Names extends SimpleFileVisitor<Path> {
        private final String prefix;
        private final String after;
        private final int limit;
        private final NavigableSet<String> keys;

        Names(String prefix, String after, int limit, NavigableSet<String> keys) {
            this.prefix = prefix;
            this.after = after;
            this.limit = limit;
            this.keys = keys;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            var name = keyOf(folder);
            if (name.equals(corner)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
            if (!name.endsWith(MARK)) {
                return mayLead(name) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
            }
            collect(name.substring(0, name.length() - MARK.length()));
            return FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }

        private void collect(String key) {
            if (!key.startsWith(prefix) || key.compareTo(after) <= 0) {
                return;
            }
            keys.add(key);
            if (keys.size() > limit) {
                keys.pollLast();
            }
        }

        private boolean mayLead(String folder) {
            var path = folder.isEmpty() ? "" : folder + "/";
            return path.startsWith(prefix) || prefix.startsWith(path);
        }

        private String keyOf(Path folder) {
            return root.relativize(folder).toString().replace('\\', '/');
        }
    }
}
