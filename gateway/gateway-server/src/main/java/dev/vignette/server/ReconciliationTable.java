package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Prints how the ledger compares with an invoice as tables a person reads. */
final class ReconciliationTable {
    private static final Map<String, String> WORDS =
            Map.of(
                    "price_differs", "other amount",
                    "unpriced_here", "no amount here",
                    "missing_here", "only on the invoice",
                    "missing_there", "not on the invoice",
                    "unpriced_there", "not on the invoice, no amount here",
                    "seconds_differ", "other seconds",
                    "ambiguous", "could be several charges");

    private final PrintStream out;

    ReconciliationTable(PrintStream out) {
        this.out = out;
    }

    /** Prints it; returns whether everything agrees, or does now. */
    boolean print(JsonNode body) {
        boolean dryRun = body.path("dry_run").asBoolean();
        out.printf(
                Locale.ROOT,
                "%s, %s: %s%n",
                text(body, "provider"),
                body.path("month").asText(text(body, "from") + " to " + text(body, "to")),
                dryRun ? "a dry run, nothing was written" : "compared and written");
        totals(body.path("totals"));
        boolean agrees = counts(body.path("counts"));
        lines(body.path("lines"));
        out.println();
        if (!dryRun) {
            out.printf(
                    Locale.ROOT,
                    "%d lines were written into the ledger%s%n",
                    body.path("corrections").asLong(),
                    body.path("closed").asBoolean() ? ", and the month is closed" : "");
        }
        out.println("All lines: /v1/costs/reconciliations/" + text(body, "id") + "?format=csv");
        boolean open = body.path("counts").path("unpriced_there").asLong() > 0;
        return agrees || (!dryRun && !open);
    }

    private void totals(JsonNode totals) {
        out.println();
        out.printf(Locale.ROOT, "  %-8s %16s %16s %16s%n", "", "ledger", "invoice", "difference");
        for (JsonNode total : totals) {
            out.printf(
                    Locale.ROOT,
                    "  %-8s %16s %16s %16s%n",
                    text(total, "currency"),
                    text(total, "ledger"),
                    text(total, "invoice"),
                    text(total, "difference"));
        }
    }

    private boolean counts(JsonNode counts) {
        out.println();
        out.printf(Locale.ROOT, "  %-36s %12d%n", "matched", counts.path("matched").asLong());
        boolean agrees = true;
        for (Map.Entry<String, JsonNode> count : counts.properties()) {
            String word = WORDS.get(count.getKey());
            if (word != null && count.getValue().asLong() > 0) {
                out.printf(Locale.ROOT, "  %-36s %12d%n", word, count.getValue().asLong());
                agrees = false;
            }
        }
        return agrees;
    }

    private void lines(JsonNode lines) {
        if (!lines.isEmpty()) {
            out.println();
            out.printf(
                    Locale.ROOT,
                    "  %8s  %-28s %12s %12s %12s %-4s %s%n",
                    "line",
                    "job",
                    "invoice",
                    "ledger",
                    "proposed",
                    "",
                    "");
        }
        for (JsonNode line : lines) {
            out.printf(
                    Locale.ROOT,
                    "  %8s  %-28s %12s %12s %12s %-4s %s%n",
                    text(line, "line"),
                    text(line, "provider_id"),
                    text(line, "invoice"),
                    text(line, "ledger"),
                    text(line, "proposed"),
                    text(line, "currency"),
                    WORDS.getOrDefault(text(line, "finding"), text(line, "finding")));
        }
    }

    private static String text(JsonNode row, String member) {
        JsonNode value = row.path(member);
        return value.isNull() ? "-" : value.asText();
    }
}
