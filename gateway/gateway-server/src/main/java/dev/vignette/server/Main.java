package dev.vignette.server;

import dev.vignette.server.settings.Environment;
import dev.vignette.server.settings.InvalidSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    /** Does what the command line asks for; ends with 0, 1, 64, 69, 70 or 78. */
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
        return switch (command) {
            case Command.Help() -> say(resource("usage.txt"));
            case Command.Version() -> say("Vignette " + version() + "\n");
            case Command.NewKey(String client) -> say(NewKey.of(client).description());
            case Command.CheckConfig check -> check(check);
            case Command.Plan plan -> new Planning(environment, out, err).plan(plan.file());
            case Command.Reconcile reconcile ->
                    new Reconciling(environment, out, err).reconcile(reconcile.invoice());
            case Command.Costs costs -> new CostsReport(environment, out, err).print(costs);
            case Command.Serve serve -> new Serving(environment, out).serve(serve);
            case Command.Misused(String reason) -> {
                err.println("vignette: " + reason);
                err.print(resource("usage.txt"));
                yield ExitCode.USAGE;
            }
        };
    }

    private ExitCode check(Command.CheckConfig check) {
        try (Launch _ = Launch.prepare(environment, check.config(), check.sandbox())) {
            return say("The configuration is valid.\n");
        } catch (InvalidSettings invalid) {
            invalid.sentences().forEach(err::println);
            return ExitCode.CONFIGURATION;
        }
    }

    private ExitCode say(String text) {
        out.print(text);
        return ExitCode.OK;
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
