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

    /** A reader of this environment. */
    public SettingsReader(Environment environment) {
        this.environment = environment;
    }

    /**
     * Reads what the environment alone says.
     *
     * @param sandbox whether the sandbox was asked for on the command line
     * @throws InvalidSettings when a variable cannot be used
     */
    public EnvironmentSettings environment(boolean sandbox) {
        return EnvironmentSettings.read(
                environment, sandbox || environment.flag("VIGNETTE_SANDBOX"));
    }

    /**
     * Reads the file as well.
     *
     * @param surroundings what the environment says
     * @param named the file named on the command line; empty for {@code VIGNETTE_CONFIG}, else {@code
     *     vignette.yml} in the working directory if there is one, else no file
     * @param adapters the vendors
     * @throws InvalidSettings with every fault that was found
     */
    public Settings file(
            EnvironmentSettings surroundings,
            Optional<Path> named,
            Collection<? extends AdapterFactory<?>> adapters) {
        Optional<Path> file = named.or(() -> environment.path("VIGNETTE_CONFIG")).or(this::usual);
        return new Settings(
                surroundings,
                FileReading.read(
                        file.map(Path::toString).orElse("defaults"),
                        file.map(SettingsReader::text).orElse(""),
                        resource(surroundings.sandbox() ? "sandbox.yml" : "defaults.yml"),
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
                    file.toString(), List.of(new Fault(0, "this file cannot be read")));
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
