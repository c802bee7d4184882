package dev.vignette.server.settings;

import dev.vignette.provider.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The process's environment variables. One that is empty is not set. */
public final class Environment {
    private static final int LARGEST_PORT = 65_535;

    private final Map<String, String> variables;

    /** An environment of these variables. */
    public Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The variable's text, or empty when it is not set. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(v -> !v.isEmpty());
    }

    /**
     * A secret, from the variable or from the file that the variable {@code NAME_FILE} names; empty
     * when neither is set.
     *
     * @throws InvalidSettings when both are set, or the file cannot be read
     */
    public Optional<Secret> secret(String name) {
        String fileVariable = name + "_FILE";
        Optional<String> file = text(fileVariable);
        if (file.isEmpty()) {
            return text(name).map(Secret::new);
        }
        if (text(name).isPresent()) {
            throw fault(name + " and " + fileVariable + " are both set; set one of them");
        }
        return Optional.of(new Secret(read(fileVariable, file.get())));
    }

    /**
     * A port, 0 to 65535.
     *
     * @throws InvalidSettings when it is something else
     */
    public int port(String name, int otherwise) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.get().matches("\\d{1,5}") || Integer.parseInt(text.get()) > LARGEST_PORT) {
            throw fault(name + " is a port from 0 to 65535, not '" + text.get() + "'");
        }
        return Integer.parseInt(text.get());
    }

    /**
     * Yes or no.
     *
     * @throws InvalidSettings when it is neither {@code true} nor {@code false}
     */
    public boolean flag(String name) {
        return switch (text(name).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            case String other -> throw fault(name + " is true or false, not '" + other + "'");
        };
    }

    /**
     * An http or https address, without the slash at its end; empty when it is not set.
     *
     * @throws InvalidSettings when it is no such address
     */
    public Optional<URI> address(String name) {
        return text(name).map(text -> address(name, text));
    }

    /**
     * A path, relative to the working directory; empty when it is not set.
     *
     * @throws InvalidSettings when it is no path
     */
    public Optional<Path> path(String name) {
        try {
            return text(name).map(Path::of);
        } catch (InvalidPathException _) {
            throw fault(name + " is not a path");
        }
    }

    private static URI address(String name, String text) {
        try {
            URI address = new URI(text.replaceFirst("/+$", ""));
            if (Addresses.plain(address)) {
                return address;
            }
        } catch (URISyntaxException _) {
            // falls through: what it should be is said below
        }
        throw fault(name + " is an http or https address such as https://gateway.example");
    }

    private static String read(String variable, String file) {
        try {
            String secret = Files.readString(Path.of(file)).strip();
            if (secret.isEmpty()) {
                throw fault("the file that " + variable + " names is empty");
            }
            return secret;
        } catch (IOException | InvalidPathException _) {
            throw fault("the file that " + variable + " names cannot be read");
        }
    }

    private static InvalidSettings fault(String sentence) {
        return new InvalidSettings("environment", List.of(new Fault(0, null, sentence)));
    }
}
