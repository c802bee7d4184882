package dev.vignette.server;

import dev.vignette.server.sandbox.Demonstration;
import dev.vignette.server.sandbox.Doubles;
import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.InvalidSettings;
import dev.vignette.server.settings.Settings;
import dev.vignette.server.wiring.Accounts;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Where the program begins. */
public final class Main {
    private final Environment environment;
    private final PrintStream out;
    private final PrintStream err;

    Main(Environment environment, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    /** Does what the command line asks for; ends with 0, 64, 70 or 78. */
    public static void main(String[] arguments) throws InterruptedException {
        Main main = new Main(new Environment(System.getenv()), System.out, System.err);
        System.exit(main.run(CommandLine.parse(List.of(arguments))).number());
    }

    ExitCode run(Command command) throws InterruptedException {
        try {
            return obey(command);
        } catch (RuntimeException failure) {
            return explain(failure);
        }
    }

    private ExitCode obey(Command command) throws InterruptedException {
        switch (command) {
            case Command.Help() -> out.print(resource("usage.txt"));
            case Command.Version() -> out.println("Vignette " + version());
            case Command.NewKey(String client) -> out.print(NewKey.describe(client));
            case Command.CheckConfig check -> {
                return check(check);
            }
            case Command.Serve serve -> serve(serve);
            case Command.Misused(String reason) -> {
                err.println("vignette: " + reason);
                err.print(resource("usage.txt"));
                return ExitCode.USAGE;
            }
        }
        return ExitCode.OK;
    }

    private ExitCode check(Command.CheckConfig check) {
        try (Launch _ = Launch.prepare(environment, check.config(), check.sandbox())) {
            out.println("The configuration is valid.");
            return ExitCode.OK;
        } catch (InvalidSettings invalid) {
            invalid.sentences().forEach(err::println);
            return ExitCode.CONFIGURATION;
        }
    }

    /** Serves until the process is told to end. */
    private void serve(Command.Serve serve) throws InterruptedException {
        Launch launch = Launch.prepare(environment, serve.config(), serve.sandbox());
        Optional<String> key = launch.demonstrationKey();
        Accounts.Opened accounts = launch.accounts();
        Gateway gateway = launch.start(accounts);
        CountDownLatch end = new CountDownLatch(1);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    gateway.close();
                                    end.countDown();
                                },
                                "end"));
        out.println("Vignette ready on " + gateway.address());
        launch.doubles()
                .ifPresent(doubles -> new Demonstration(gateway.address(), key, out).show(doubles));
        end.await();
    }

    private ExitCode explain(RuntimeException failure) {
        Optional<String> remedy = Refusals.remedy(failure);
        if (remedy.isPresent()) {
            err.println("Vignette cannot start: " + remedy.get());
            return ExitCode.CONFIGURATION;
        }
        failure.printStackTrace(err);
        return ExitCode.SOFTWARE;
    }

    private static String version() {
        String version = Main.class.getPackage().getImplementationVersion();
        return Objects.requireNonNullElse(version, "(not packaged)");
    }

    private static String resource(String name) {
        try (InputStream stream = Main.class.getResourceAsStream(name)) {
            return new String(
                    Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("a part of the program is missing", broken);
        }
    }
}
