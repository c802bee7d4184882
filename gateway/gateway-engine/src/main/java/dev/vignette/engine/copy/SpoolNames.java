package dev.vignette.engine.copy;

import dev.vignette.objects.ObjectKey;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The names of files in the spool: a picture's is its key with {@code ~} for {@code /}, and a
 * part's goes on with {@code ~~} and a number. No key holds a tilde; keys are far shorter than the
 * names that file systems take.
 */
final class SpoolNames {
    private static final char SLASH = '~';
    private static final String PART = "~~";

    private SpoolNames() {}

    static Path file(Path directory, ObjectKey key) {
        return directory.resolve(key.value().replace('/', SLASH));
    }

    static Path part(Path file, long number) {
        return file.resolveSibling(file.getFileName() + PART + number);
    }

    static boolean isPart(Path file) {
        return file.getFileName().toString().contains(PART);
    }

    /** Empty for a part, and for what somebody else put here. */
    static Optional<ObjectKey> key(Path file) {
        if (isPart(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new ObjectKey(file.getFileName().toString().replace(SLASH, '/')));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
