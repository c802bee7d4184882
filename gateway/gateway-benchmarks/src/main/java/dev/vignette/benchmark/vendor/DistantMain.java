package dev.vignette.benchmark.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import dev.vignette.sandbox.SandboxServer;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A vendor that speaks Replicate's protocol from some distance: every call is 50 to 150 ms on its
 * way, orders wait a second as they ask to, and more than 3,000 other calls in any minute are
 * refused. Its predictions take one to four minutes and bring the same small picture.
 */
public final class DistantMain {
    private static final String CREDENTIAL = "distant";
    private static final int PAGE = 100;
    private static final int CALLS_A_MINUTE = 3_000;
    private static final int SHORTEST = 60_000;
    private static final int LONGEST = 240_000;
    private static final Duration ORDER_WAITS = Duration.ofSeconds(1);
    private static final long SEED = 11;

    private final Predictions predictions = new Predictions();
    private final CallCount calls = new CallCount(CALLS_A_MINUTE);
    private final Random lengths = new Random(SEED);
    private final SandboxServer server;
    private volatile boolean listBroken;

    private DistantMain(SandboxServer server) {
        this.server = server;
    }

    /** Runs until the process is ended. */
    public static void main(String[] arguments) throws InterruptedException, IOException {
        SandboxServer server = SandboxServer.start();
        new DistantMain(server).open(Noise.png(32));
        System.out.println(
                Vendor.ready(
                        server.origin().resolve("/v1"),
                        server.origin().resolve("/control"),
                        CREDENTIAL));
        Thread.currentThread().join();
    }

    private void open(Bytes picture) {
        server.route("POST", "/v1/models/{owner}/{name}/predictions", this::order);
        server.route("GET", "/v1/predictions", request -> counted(() -> list(request)));
        server.route("GET", "/v1/predictions/{id}", request -> counted(() -> look(request)));
        server.route("GET", "/files/{name}", _ -> Reply.file("image/png", picture));
        server.route("GET", "/control/state", _ -> state());
        server.route("GET", "/control/ends", _ -> Reply.json(200, predictions.ends()));
        server.route("PUT", "/control/list", this::breakList);
    }

    private Reply order(Request request) {
        travel();
        Duration takes;
        synchronized (lengths) {
            takes = Duration.ofMillis(lengths.nextInt(SHORTEST, LONGEST));
        }
        Predictions.Prediction made = predictions.make(takes);
        Reply taken = Reply.json(201, shown(made, Instant.now()));
        return new Reply.Late(taken, ORDER_WAITS.plus(half()));
    }

    private Reply counted(Supplier<Reply> answer) {
        travel();
        if (!calls.admits()) {
            return new Reply.Late(
                    Reply.json(429, Json.object().put("detail", "Request was throttled.")), half());
        }
        return new Reply.Late(answer.get(), half());
    }

    private Reply look(Request request) {
        calls.looked();
        return predictions
                .find(request.variable("id"))
                .map(found -> Reply.json(200, shown(found, Instant.now())))
                .orElseGet(() -> Reply.json(404, Json.object().put("detail", "Not found.")));
    }

    private Reply list(Request request) {
        if (listBroken) {
            return Reply.html(503, "Service unavailable");
        }
        calls.listed();
        Instant now = Instant.now();
        Instant from = request.query("created_after").map(Instant::parse).orElse(Instant.EPOCH);
        Instant to =
                request.query("cursor")
                        .or(() -> request.query("created_before"))
                        .map(Instant::parse)
                        .orElse(Instant.MAX);
        Iterator<Predictions.Prediction> found = predictions.newestFirst(from, to).iterator();
        ObjectNode body = Json.object();
        var results = body.putArray("results");
        Instant last = to;
        while (found.hasNext() && results.size() < PAGE) {
            Predictions.Prediction next = found.next();
            results.add(shown(next, now));
            last = next.createdAt();
        }
        body.putNull("previous");
        String next = server.origin() + "/v1/predictions?created_after=" + from + "&cursor=" + last;
        body.put("next", found.hasNext() ? next : null);
        return Reply.json(200, body);
    }

    private ObjectNode shown(Predictions.Prediction prediction, Instant now) {
        boolean over = !prediction.endsAt().isAfter(now);
        String own = server.origin() + "/v1/predictions/" + prediction.id();
        ObjectNode body = Json.object().put("id", prediction.id());
        body.put("model", "flux-kontext-apps/portrait-series").put("version", "hidden");
        body.put("source", "api").put("status", over ? "succeeded" : "processing");
        body.put("created_at", prediction.createdAt().toString()).put("data_removed", false);
        body.put("started_at", prediction.createdAt().toString()).putNull("error");
        body.put("logs", "").putObject("input").put("num_images", 1);
        body.putObject("urls").put("get", own).put("cancel", own + "/cancel").put("web", own);
        if (!over) {
            return body.putNull("output");
        }
        URI link = server.origin().resolve("/files/" + prediction.id() + ".png");
        body.putArray("output").add(link.toString());
        body.put("completed_at", prediction.endsAt().toString());
        double seconds =
                Duration.between(prediction.createdAt(), prediction.endsAt()).toMillis() / 1000.0;
        body.putObject("metrics").put("predict_time", seconds).put("total_time", seconds);
        return body;
    }

    private Reply state() {
        ObjectNode body = calls.show();
        body.put("made", predictions.size()).put("in_flight", predictions.inFlight());
        return Reply.json(200, body);
    }

    private Reply breakList(Request request) {
        listBroken = request.json().path("broken").asBoolean();
        return Reply.empty(200);
    }

    private static void travel() {
        try {
            Thread.sleep(half());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the vendor stops
        }
    }

    /** One way. */
    private static Duration half() {
        return Duration.ofMillis(ThreadLocalRandom.current().nextInt(25, 76));
    }
}
