package dev.vignette.server.live;

import dev.vignette.tck.memory.MemoryRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@link Desk} as other rooms use it. */
public record ConfiguredDesk(Desk desk) {

    /** One with a file of its own. */
    public static ConfiguredDesk open() {
        try {
            Path directory = Files.createTempDirectory("vignette-desk");
            return new ConfiguredDesk(Desk.open(directory.resolve("vignette.yml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes changes and goes back. */
    public Configuration configuration() {
        return desk.configuration;
    }

    /** Tells how it stands. */
    public Standing standing() {
        return desk.standing;
    }

    /** Its rows. */
    public MemoryRows rows() {
        return desk.rows();
    }

    /** The file holds that now, and it was looked at. */
    public void write(String text) {
        desk.write(text);
    }
}
