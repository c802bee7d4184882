package dev.vignette.storage.objects;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Folders whose entries are on the disk: on POSIX a new name survives a power cut only then. */
final class DurableFolders {
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    private DurableFolders() {}

    /** Makes the folder and those above it as far as they are missing. */
    static void create(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            create(parent);
        }
        Files.createDirectories(folder);
        if (parent != null) {
            flush(parent);
        }
    }

    /** Flushes a folder's entries to the disk. */
    static void flush(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders; NTFS keeps a journal of its names itself.
            if (!WINDOWS) {
                throw e;
            }
        }
    }
}
