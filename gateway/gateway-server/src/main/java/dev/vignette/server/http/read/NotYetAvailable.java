package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Members of the API that this version does not follow. They are checked, so that a wrong one is
 * called wrong, and then refused: nothing is taken and ignored.
 */
final class NotYetAvailable {
    private static final String REFUSAL = "is not available yet";

    private NotYetAvailable() {}

    static void refuse(Members members) {
        JsonNode webhook = members.tree("webhook_url");
        if (webhook != null) {
            members.fault("webhook_url", isHttps(webhook) ? REFUSAL : "must be an https address");
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
}
