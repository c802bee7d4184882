package dev.vignette.server.wiring;

import dev.vignette.server.settings.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Keeps pretended and real data apart: a data directory belongs to the sandbox or it does not. */
final class DataOwner {
    private static final String FILE = "owner";

    private DataOwner() {}

    /**
     * Takes the directory, or finds it taken before.
     *
     * @throws StartRefused when it belongs to the other side
     */
    static void claim(Path directory, boolean sandbox) {
        String owner = sandbox ? "sandbox" : "production";
        try {
            Path file = directory.resolve(FILE);
            if (Files.notExists(file)) {
                Files.writeString(file, owner);
            }
            String found = Files.readString(file).strip();
            if (!found.equals(owner)) {
                throw new StartRefused(
                        "the data directory %s holds %s data; set VIGNETTE_DATA_DIR to another"
                                .formatted(directory, found));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("the data directory cannot be written to", broken);
        }
    }
}
