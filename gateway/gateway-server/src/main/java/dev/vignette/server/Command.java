package dev.vignette.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** What the program was started for. */
sealed interface Command {

    /**
     * To serve.
     *
     * @param config the file named on the command line
     * @param sandbox whether the sandbox was asked for there
     */
    record Serve(Optional<Path> config, boolean sandbox) implements Command {}

    /**
     * To say whether the configuration is valid.
     *
     * @param config the file named on the command line
     * @param sandbox whether the sandbox was asked for there
     */
    record CheckConfig(Optional<Path> config, boolean sandbox) implements Command {}

    /**
     * To make a key for a client.
     *
     * @param client the client's name
     */
    record NewKey(String client) implements Command {}

    /**
     * To ask a running gateway what a file would do.
     *
     * @param file the file
     */
    record Plan(Path file) implements Command {}

    /**
     * To compare a running gateway's ledger with an invoice.
     *
     * @param invoice the file and what to do with it
     */
    record Reconcile(InvoiceOnDisk invoice) implements Command {}

    /**
     * To ask a running gateway what was spent.
     *
     * @param parameters of the report, by their names in the API; without them the current month by
     *     provider
     */
    record Costs(Map<String, String> parameters) implements Command {
        public Costs {
            parameters = Map.copyOf(parameters);
        }
    }

    /** To say how it is used. */
    record Help() implements Command {}

    /** To say which version it is. */
    record Version() implements Command {}

    /**
     * Nobody knows.
     *
     * @param reason one sentence on what was not understood
     */
    record Misused(String reason) implements Command {}
}
