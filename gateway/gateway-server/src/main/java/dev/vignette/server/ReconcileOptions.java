package dev.vignette.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what stands behind {@code reconcile} on the command line. */
final class ReconcileOptions {
    private static final Map<String, String> VALUES =
            Map.of(
                    "--provider", "provider",
                    "--month", "month",
                    "--from", "from",
                    "--to", "to",
                    "--id", "id_column",
                    "--amount", "amount_column",
                    "--currency-column", "currency_column",
                    "--time", "time_column",
                    "--seconds", "seconds_column",
                    "--currency", "default_currency");
    private static final Map<String, Map.Entry<String, String>> FLAGS =
            Map.of(
                    "--apply", Map.entry("dry_run", "false"),
                    "--close", Map.entry("close", "true"),
                    "--credits", Map.entry("credits", "true"));

    private final Deque<String> left;
    private final List<Map.Entry<String, String>> fields = new ArrayList<>();
    private Optional<String> file = Optional.empty();

    private ReconcileOptions(List<String> arguments) {
        left = new ArrayDeque<>(arguments);
    }

    static Command parse(List<String> arguments) {
        return new ReconcileOptions(arguments).command();
    }

    private Command command() {
        while (!left.isEmpty()) {
            Optional<Command> misuse = take(left.remove());
            if (misuse.isPresent()) {
                return misuse.get();
            }
        }
        if (file.isEmpty() || !has("provider") || !(has("month") || has("from"))) {
            return new Command.Misused("reconcile needs a file, --provider and --month");
        }
        try {
            return new Command.Reconcile(new InvoiceOnDisk(Path.of(file.get()), fields));
        } catch (InvalidPathException _) {
            return new Command.Misused("reconcile needs a file");
        }
    }

    private Optional<Command> take(String argument) {
        if (FLAGS.containsKey(argument)) {
            fields.add(FLAGS.get(argument));
            return Optional.empty();
        }
        if (VALUES.containsKey(argument)) {
            if (left.isEmpty()) {
                return misused(argument + " needs a value");
            }
            fields.add(Map.entry(VALUES.get(argument), left.remove()));
            return Optional.empty();
        }
        if (argument.startsWith("--")) {
            return misused("unknown option '" + argument + "'");
        }
        if (file.isPresent()) {
            return misused("reconcile takes one file");
        }
        file = Optional.of(argument);
        return Optional.empty();
    }

    private boolean has(String field) {
        return fields.stream().anyMatch(entry -> entry.getKey().equals(field));
    }

    private static Optional<Command> misused(String reason) {
        return Optional.of(new Command.Misused(reason));
    }
}
