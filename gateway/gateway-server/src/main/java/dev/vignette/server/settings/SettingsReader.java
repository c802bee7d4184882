package dev.vignette.server.settings;

import dev.vignette.provider.AdapterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Reads everything the operator decided, from the environment and the file. */
public final class SettingsReader {
    private static final Path USUAL_FILE = Path.of("vignette.yml");

    private final Environment environment;
    private final Collection<? extends AdapterFactory<?>> adapters;

    /** A reader of this environment for these vendors. */
    public SettingsReader(
            Environment environment, Collection<? extends AdapterFactory<?>> adapters) {
        this.environment = environment;
        this.adapters = adapters;
    }

    /**
     * Reads the settings.
     *
     * @param named the file named on the command line; empty for {@code VIGNETTE_CONFIG}, else
     *     {@code vignette.yml} in the working directory if there is one, else no file
     * @param sandbox whether the sandbox was asked for on the command line
     * @throws InvalidSettings with every fault that was found
     */
    public Settings read(Optional<Path> named, boolean sandbox) {
        boolean pretended = sandbox || environment.flag("VIGNETTE_SANDBOX");
        Surroundings surroundings = Surroundings.read(environment, pretended);
        Optional<Path> file = named.or(() -> environment.path("VIGNETTE_CONFIG")).or(this::usual);
        String defaults = resource(pretended ? "sandbox.yml" : "defaults.yml");
        return new Settings(
                surroundings,
                FileReading.read(
                        file.map(path -> path.getFileName().toString()).orElse("defaults"),
                        file.map(SettingsReader::text).orElse(""),
                        defaults,
                        adapters));
    }

    private Optional<Path> usual() {
        return Optional.of(USUAL_FILE).filter(Files::exists);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            throw new InvalidSettings(
                    "configuration", List.of(new Fault(0, "the file " + file + " cannot be read")));
        }
    }

    private static String resource(String name) {
        try (InputStream stream = SettingsReader.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own defaults cannot be read", broken);
        }
    }
}
