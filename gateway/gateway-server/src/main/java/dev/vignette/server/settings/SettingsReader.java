package dev.vignette.server.settings;

import dev.vignette.provider.AdapterFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
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
     * Where the file is.
     *
     * @param named the file named on the command line; empty for {@code VIGNETTE_CONFIG}, else
     *     {@code vignette.yml} in the working directory, which need not be there
     */
    public OperatorFile source(Optional<Path> named) {
        return named.or(() -> environment.path("VIGNETTE_CONFIG"))
                .map(path -> new OperatorFile(path, true))
                .orElse(new OperatorFile(USUAL_FILE, false));
    }

    /**
     * Reads texts of the file.
     *
     * @param surroundings what the environment says
     * @param adapters the vendors
     */
    public FileText texts(
            EnvironmentSettings surroundings, Collection<? extends AdapterFactory<?>> adapters) {
        return new FileText(
                resource(surroundings.sandbox() ? "sandbox.yml" : "defaults.yml"), adapters);
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
