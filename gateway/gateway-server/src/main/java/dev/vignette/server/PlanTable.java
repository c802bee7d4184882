package dev.vignette.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Locale;

/** Prints what a file would do as tables a person reads. */
final class PlanTable {
    private final PrintStream out;

    PlanTable(PrintStream out) {
        this.out = out;
    }

    void print(JsonNode plan) {
        out.printf(
                Locale.ROOT,
                "%d generations from %s to %s, as they are served now and as the file would have it%n",
                plan.path("generations").asInt(),
                text(plan, "from"),
                text(plan, "to"));
        shares(plan.path("shares"));
        money(plan.path("money"));
        members(plan.path("members"));
        clients(plan.path("clients"));
        unserved(plan.path("unserved"));
    }

    private void shares(JsonNode shares) {
        section("Shares", shares, "no generation was looked at");
        for (JsonNode share : shares) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %-20s %8s -> %8s%n",
                    text(share, "kind"),
                    text(share, "provider"),
                    percent(share.path("now")),
                    percent(share.path("then")));
        }
    }

    private void money(JsonNode money) {
        section("Money in 30 days, by list prices", money, "nothing");
        for (JsonNode amount : money) {
            out.printf(
                    Locale.ROOT,
                    "  %-37s %12s -> %12s %s%s%n",
                    text(amount, "provider"),
                    text(amount, "now"),
                    text(amount, "then"),
                    text(amount, "currency"),
                    unpriced(amount));
        }
    }

    private void members(JsonNode members) {
        section("Members that fewer would be honoured of", members, "none");
        for (JsonNode member : members) {
            out.printf(
                    Locale.ROOT,
                    "  %-37s %12s -> %12s of %d%n",
                    text(member, "member"),
                    text(member, "now"),
                    text(member, "then"),
                    member.path("asked").asInt());
        }
    }

    private void clients(JsonNode clients) {
        section("Clients whose generations move", clients, "none");
        for (JsonNode client : clients) {
            out.printf(
                    Locale.ROOT,
                    "  %-37s %12s of %d%n",
                    text(client, "client"),
                    text(client, "moved"),
                    client.path("generations").asInt());
        }
    }

    private void unserved(JsonNode unserved) {
        section("What nobody would serve any more", unserved, "nothing");
        for (JsonNode lost : unserved) {
            out.printf(
                    Locale.ROOT,
                    "  %-16s %-20s %12d  %s%n",
                    text(lost, "kind"),
                    text(lost, "client"),
                    lost.path("generations").asInt(),
                    text(lost, "reason"));
        }
    }

    private void section(String title, JsonNode rows, String none) {
        out.println();
        out.println(rows.isEmpty() ? title + ": " + none : title);
    }

    private static String unpriced(JsonNode amount) {
        String now = text(amount, "unpriced_now");
        String then = text(amount, "unpriced_then");
        boolean none =
                amount.path("unpriced_now").decimalValue().signum() == 0
                        && amount.path("unpriced_then").decimalValue().signum() == 0;
        return none ? "" : "  and %s -> %s generations without a known price".formatted(now, then);
    }

    private static String percent(JsonNode part) {
        return part.decimalValue().movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }

    private static String text(JsonNode row, String member) {
        return row.path(member).asText();
    }
}
