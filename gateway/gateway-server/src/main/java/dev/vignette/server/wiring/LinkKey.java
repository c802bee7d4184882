package dev.vignette.server.wiring;

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

/** The key that signs links, made once and kept in the data directory, for its owner alone. */
final class LinkKey {
    private static final String FILE = "link.key";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 32;

    private LinkKey() {}

    /** The key of that data directory, made when there is none. */
    static SecretKey in(Path dataDirectory) {
        Path file = dataDirectory.resolve(FILE);
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return new SecretKeySpec(Files.readAllBytes(file), ALGORITHM);
        } catch (IOException broken) {
            throw new UncheckedIOException("the key for links cannot be kept", broken);
        }
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        Path draft = Files.createTempFile(file.getParent(), "link", ".new", ownerOnly(file));
        Files.write(draft, random);
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
