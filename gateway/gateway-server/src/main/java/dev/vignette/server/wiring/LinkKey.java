package dev.vignette.server.wiring;

import dev.vignette.storage.rows.SharedKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that signs links.
 *
 * @param secret the key
 */
record LinkKey(SecretKey secret) {
    private static final String FILE = "link.key";
    private static final String SHARED = "links";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    /** The key that all gateways on one database have, made by the first. */
    static LinkKey shared(SharedKeys keys) {
        return of(keys.take(SHARED, fresh()));
    }

    /** The key of that data directory, made when there is none, for its owner alone. */
    static LinkKey in(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return of(Files.readAllBytes(file));
        } catch (IOException broken) {
            throw new UncheckedIOException("the key for links cannot be kept", broken);
        }
    }

    /** Nothing of it. */
    @Override
    public String toString() {
        return "LinkKey[hidden]";
    }

    private static LinkKey of(byte[] bytes) {
        return new LinkKey(new SecretKeySpec(bytes, ALGORITHM));
    }

    private static byte[] fresh() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        return random;
    }

    private static void make(Path file) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), "link", ".new", ownerOnly(file));
        Files.write(draft, fresh());
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
