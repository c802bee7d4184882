package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The control calls of a double; see the package's description. */
final class ControlCalls {
    static final String PATH = "/control";

    private static final List<String> CALLS =
            List.of(
                    "POST /control/faults {\"fault\": \"...\", \"times\": 1}",
                    "DELETE /control/faults",
                    "GET /control/pace",
                    "PUT /control/pace {\"picture_millis\": 400, \"link_life_seconds\": 3600}",
                    "GET /control/invoice",
                    "GET /control/webhooks",
                    "GET /control/holds",
                    "POST /control/holds {\"at\": \"half_read|read|taken\", \"times\": 1}",
                    "DELETE /control/holds");

    private final Faults faults;
    private final Pace pace;
    private final Invoice invoice;
    private final Holds holds;
    private final Callbacks callbacks;

    ControlCalls(Faults faults, Pace pace, Invoice invoice, Holds holds, Callbacks callbacks) {
        this.faults = faults;
        this.pace = pace;
        this.invoice = invoice;
        this.holds = holds;
        this.callbacks = callbacks;
    }

    void addTo(SandboxServer server) {
        server.route("GET", PATH, _ -> describe());
        server.route("POST", PATH + "/faults", this::arm);
        server.route("DELETE", PATH + "/faults", _ -> disarm());
        server.route("GET", PATH + "/pace", _ -> pace.show());
        server.route("PUT", PATH + "/pace", pace::change);
        server.route("GET", PATH + "/invoice", _ -> invoice.show());
        server.route("GET", PATH + "/webhooks", _ -> showCallbacks());
        server.route("GET", PATH + "/holds", _ -> holds.show());
        server.route("POST", PATH + "/holds", holds::arm);
        server.route("DELETE", PATH + "/holds", _ -> holds.release());
    }

    static Reply refused(String reason) {
        return Reply.json(422, Json.object().put("detail", reason));
    }

    private Reply describe() {
        ObjectNode body = Json.object();
        ArrayNode calls = body.putArray("calls");
        CALLS.forEach(calls::add);
        ObjectNode known = body.putObject("faults");
        faults.known().forEach(fault -> known.put(fault.wireName(), fault.effect()));
        body.set("armed", armed());
        return Reply.json(200, body);
    }

    private Reply arm(Request request) {
        JsonNode wish = request.json();
        Optional<Fault> fault = faults.named(wish.path("fault").asText());
        if (fault.isEmpty()) {
            return refused("unknown fault; GET " + PATH + " lists them");
        }
        int times = wish.path("times").asInt(1);
        if (times < 0) {
            return refused("times is zero or more");
        }
        faults.arm(fault.get(), times);
        return Reply.json(200, armed());
    }

    private Reply disarm() {
        faults.clear();
        return Reply.json(200, armed());
    }

    private Reply showCallbacks() {
        ObjectNode body = Json.object().put("waiting", callbacks.waiting());
        ArrayNode list = body.putArray("told");
        for (Callbacks.Told told : callbacks.told()) {
            list.addObject()
                    .put("job", told.job())
                    .put("tries", told.tries())
                    .put("status", told.status());
        }
        return Reply.json(200, body);
    }

    private ObjectNode armed() {
        ObjectNode armed = Json.object();
        faults.armed().forEach(armed::put);
        return armed;
    }
}
