package dev.vignette.benchmark.process;

import dev.vignette.benchmark.vendor.Vendor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Where measurements are made.
 *
 * @param home the project's folder, with the built program in it
 * @param directory a folder for whatever processes write
 */
public record Workbench(Path home, Path directory) {
    private static final String PHOTO = "/sandbox/portrait.jpg";

    /** The included photo. */
    public byte[] photo() {
        try (InputStream photo = Workbench.class.getResourceAsStream(PHOTO)) {
            return Objects.requireNonNull(photo).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder for one measurement. */
    public Workbench in(String name) {
        return new Workbench(home, directory.resolve(name));
    }

    /** Starts the gateway as people start it, and waits until it is ready. */
    public Gateway gateway(Map<String, String> variables, String... options) {
        return Gateway.start(this, variables, options);
    }

    /** Starts a vendor that those words name, and waits until it is ready. */
    public Vendor vendor(Class<?> main, String... words) {
        Child child = java("vendor", main, words);
        String ready = child.await(Pattern.compile("(?m)^vendor (.+)$"));
        return Vendor.of(child, ready);
    }

    /** Starts a program of this module. */
    public Child java(String name, Class<?> main, String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Djava.awt.headless=true",
                        // Without it every answer of the JDK's server waits for an acknowledgement.
                        "-Dsun.net.httpserver.nodelay=true",
                        "-Dsun.net.httpserver.maxIdleConnections=4000",
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName()));
        command.addAll(List.of(words));
        return Child.start(directory.resolve(name), Map.of(), command);
    }
}
