package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Currency;
import java.util.Set;

/**
 * Members of the API that this version does not follow. They are checked, so that a wrong one is
 * called wrong, and then refused: nothing is taken and ignored.
 */
final class NotYetAvailable {
    private static final String REFUSAL = "is not available yet";
    private static final Set<String> COST_MEMBERS = Set.of("amount", "currency");
    private static final int MOST_DIGITS = 20;

    private NotYetAvailable() {}

    static void refuse(Members members) {
        JsonNode webhook = members.tree("webhook_url");
        if (webhook != null) {
            members.fault("webhook_url", isHttps(webhook) ? REFUSAL : "must be an https address");
        }
        JsonNode maxCost = members.tree("max_cost");
        if (maxCost != null) {
            members.fault(
                    "max_cost",
                    isCost(maxCost)
                            ? REFUSAL
                            : "must be an object with a decimal text as amount and an ISO currency");
        }
    }

    private static boolean isHttps(JsonNode node) {
        try {
            URI address = new URI(node.asText());
            return node.isTextual()
                    && "https".equalsIgnoreCase(address.getScheme())
                    && address.getHost() != null;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static boolean isCost(JsonNode node) {
        return node.isObject()
                && node.properties().stream().allMatch(pair -> COST_MEMBERS.contains(pair.getKey()))
                && node.path("amount").isTextual()
                && isAmount(node.path("amount").textValue())
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(known ->
                                known.getCurrencyCode().equals(node.path("currency").textValue()));
    }

    private static boolean isAmount(String text) {
        if (text.length() > MOST_DIGITS || !text.chars().allMatch(c -> c == '.' || isDigit(c))) {
            return false;
        }
        try {
            return new BigDecimal(text).signum() > 0;
        } catch (NumberFormatException _) {
            return false;
        }
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
