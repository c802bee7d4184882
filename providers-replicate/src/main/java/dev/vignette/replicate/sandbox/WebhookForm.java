package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The members of an order that ask for calls. */
final class WebhookForm {
    private static final Set<String> EVENTS = Set.of("start", "output", "logs", "completed");

    private WebhookForm() {}

    /** What is wrong with them, one sentence each; empty when nothing is. */
    static List<String> faults(JsonNode order) {
        List<String> faults = new ArrayList<>();
        if (order.hasNonNull("webhook") && address(order).isEmpty()) {
            faults.add("webhook must be an https address");
        }
        order.path("webhook_events_filter")
                .forEach(event -> {
                    if (!EVENTS.contains(event.asText())) {
                        faults.add("webhook_events_filter must be of " + EVENTS);
                    }
                });
        return faults;
    }

    /** The address that is to be called; one on this machine need not be https here. */
    static Optional<URI> address(JsonNode order) {
        try {
            return Optional.of(new URI(order.path("webhook").asText()))
                    .filter(address -> Set.of("https", "http").contains(scheme(address)))
                    .filter(address -> address.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty(); // not an address, and named as a fault
        }
    }

    private static String scheme(URI address) {
        boolean here = Set.of("127.0.0.1", "localhost").contains(String.valueOf(address.getHost()));
        String scheme = String.valueOf(address.getScheme());
        return scheme.equals("http") && !here ? "" : scheme;
    }
}
