package dev.vignette.server;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Reads the command line. */
final class CommandLine {
    private static final String CLIENT_NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";

    private final Deque<String> left;
    private Optional<Path> config = Optional.empty();
    private boolean sandbox;
    private boolean check;

    private CommandLine(List<String> arguments) {
        left = new ArrayDeque<>(arguments);
    }

    /** What these arguments ask for. */
    static Command parse(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            return new Command.Help();
        }
        if (arguments.contains("--version")) {
            return new Command.Version();
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("key")) {
            return key(arguments);
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("plan")) {
            return plan(arguments);
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("reconcile")) {
            return ReconcileOptions.parse(arguments.subList(1, arguments.size()));
        }
        if (!arguments.isEmpty() && arguments.getFirst().equals("costs")) {
            return CostsLine.parse(arguments.subList(1, arguments.size()));
        }
        return new CommandLine(arguments).options();
    }

    private Command options() {
        while (!left.isEmpty()) {
            Optional<Command> misuse = option(left.remove());
            if (misuse.isPresent()) {
                return misuse.get();
            }
        }
        return check
                ? new Command.CheckConfig(config, sandbox)
                : new Command.Serve(config, sandbox);
    }

    private Optional<Command> option(String option) {
        switch (option) {
            case "--sandbox" -> sandbox = true;
            case "--check-config" -> check = true;
            case "--config" -> {
                return left.isEmpty() ? misused("--config needs a file") : file(left.remove());
            }
            case String joined when joined.startsWith("--config=") -> {
                return file(joined.substring("--config=".length()));
            }
            case String _ -> {
                return misused("unknown option '" + option + "'");
            }
        }
        return Optional.empty();
    }

    private Optional<Command> file(String name) {
        try {
            config = Optional.of(Path.of(name));
            return name.isBlank() ? misused("--config needs a file") : Optional.empty();
        } catch (InvalidPathException _) {
            return misused("--config needs a file");
        }
    }

    private static Command plan(List<String> arguments) {
        try {
            return arguments.size() == 2 && !arguments.getLast().isBlank()
                    ? new Command.Plan(Path.of(arguments.getLast()))
                    : new Command.Misused("plan needs a file");
        } catch (InvalidPathException _) {
            return new Command.Misused("plan needs a file");
        }
    }

    private static Command key(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.getLast().matches(CLIENT_NAME)) {
            return new Command.Misused("key needs a client's name of letters, digits and . _ -");
        }
        return new Command.NewKey(arguments.getLast());
    }

    private static Optional<Command> misused(String reason) {
        return Optional.of(new Command.Misused(reason));
    }
}
