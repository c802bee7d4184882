package dev.vignette.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The control calls of a double; see the package's description. */
final class ControlCalls {
    static final String PATH = "/control";

    private final Faults faults;
    private final Pace pace;
    private final Invoice invoice;

    ControlCalls(Faults faults, Pace pace, Invoice invoice) {
        this.faults = faults;
        this.pace = pace;
        this.invoice = invoice;
    }

    void addTo(SandboxServer server) {
        server.route("GET", PATH, _ -> describe());
        server.route("POST", PATH + "/faults", this::arm);
        server.route("DELETE", PATH + "/faults", _ -> disarm());
        server.route("GET", PATH + "/pace", _ -> showPace());
        server.route("PUT", PATH + "/pace", this::changePace);
        server.route("GET", PATH + "/invoice", _ -> showInvoice());
    }

    private Reply describe() {
        ObjectNode body = Json.object();
        ArrayNode calls = body.putArray("calls");
        calls.add("POST /control/faults {\"fault\": \"...\", \"times\": 1}");
        calls.add("DELETE /control/faults");
        calls.add("GET /control/pace");
        calls.add("PUT /control/pace {\"picture_millis\": 400, \"link_life_seconds\": 3600}");
        calls.add("GET /control/invoice");
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

    private Reply showPace() {
        return Reply.json(
                200,
                Json.object()
                        .put("picture_millis", pace.pictureTime().toMillis())
                        .put("link_life_seconds", pace.linkLife().toSeconds()));
    }

    private Reply changePace(Request request) {
        JsonNode wish = request.json();
        long picture = wish.path("picture_millis").asLong(pace.pictureTime().toMillis());
        long links = wish.path("link_life_seconds").asLong(pace.linkLife().toSeconds());
        if (picture < 0 || links < 0) {
            return refused("a duration is zero or more");
        }
        pace.pictureTime(Duration.ofMillis(picture));
        pace.linkLife(Duration.ofSeconds(links));
        return showPace();
    }

    private Reply showInvoice() {
        List<Invoice.Line> lines = invoice.lines();
        ObjectNode body = Json.object();
        body.put("accepted", lines.size());
        body.put("pictures", lines.stream().mapToInt(Invoice.Line::pictures).sum());
        BigDecimal total =
                lines.stream().map(Invoice.Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        body.put("amount", total.toPlainString()).put("currency", "USD");
        ArrayNode list = body.putArray("lines");
        for (Invoice.Line line : lines) {
            list.addObject()
                    .put("job", line.job())
                    .put("accepted_at", line.acceptedAt().toString())
                    .put("pictures", line.pictures())
                    .put("amount", line.amount().toPlainString());
        }
        return Reply.json(200, body);
    }

    private ObjectNode armed() {
        ObjectNode armed = Json.object();
        faults.armed().forEach(armed::put);
        return armed;
    }

    private static Reply refused(String reason) {
        return Reply.json(422, Json.object().put("detail", reason));
    }
}
