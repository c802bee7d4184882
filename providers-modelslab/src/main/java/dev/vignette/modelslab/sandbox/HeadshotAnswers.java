package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The bodies ModelsLab answers with. */
final class HeadshotAnswers {
    private static final double MILLIS = 1000.0;
    private static final URI ELSEWHERE = URI.create("https://fetch.invalid");

    private HeadshotAnswers() {}

    /** Done; only the answer to the order itself carries {@code meta}. */
    static Reply success(HeadshotJob job, boolean withMeta) {
        ObjectNode body = finished(job);
        if (withMeta) {
            addMeta(body, job);
        }
        return Reply.json(200, body);
    }

    /** What a job that is over says by itself. */
    static ObjectNode webhook(HeadshotJob job) {
        ObjectNode body = job.fails() ? broken(job) : finished(job);
        body.set("track_id", job.order().body().path("track_id"));
        if (!job.fails()) {
            addMeta(body, job);
        }
        return body;
    }

    private static ObjectNode finished(HeadshotJob job) {
        ObjectNode body = Json.object().put("status", "success");
        body.set("id", job.id());
        if (job.traits().outputAsText()) {
            body.put("output", String.join(",", job.output()));
        } else {
            body.set("output", array(job.output()));
        }
        body.set("proxy_links", array(job.proxyLinks()));
        if (job.traits().flagged()) {
            body.put("nsfw_content_detected", true);
        }
        return body;
    }

    private static void addMeta(ObjectNode body, HeadshotJob job) {
        body.put("generationTime", job.time().toMillis() / MILLIS);
        ObjectNode meta = body.putObject("meta");
        meta.setAll(job.order().body());
        meta.put("width", job.order().width()).put("height", job.order().height());
        meta.put("seed", job.order().seed()).put("samples", 1).put("temp", "yes");
    }

    /** Taken and queued. */
    static Reply processing(HeadshotJob job, HeadshotApi api, URI origin) {
        URI host = job.traits().foreignFetchResult() ? ELSEWHERE : origin;
        String address = host + api.fetchPath(job.id().asText());
        ObjectNode body =
                Json.object()
                        .put("status", "processing")
                        .put("tip", "Your order is processed in the background.")
                        .put("eta", job.time().toMillis() / MILLIS)
                        .put("message", "Try to fetch request after given estimated time")
                        .put("fetch_result", address);
        body.set("id", job.id());
        body.putArray("output");
        body.set("future_links", array(job.output()));
        body.putArray("proxy_links");
        body.putObject("meta");
        return Reply.json(200, body);
    }

    /** Fetched too early: the output is an empty text, not an empty list. */
    static Reply running() {
        return Reply.json(
                200,
                Json.object()
                        .put("status", "processing")
                        .put("message", "Request processing")
                        .put("output", ""));
    }

    static Reply failed(HeadshotJob job) {
        return Reply.json(200, broken(job).put("output", ""));
    }

    private static ObjectNode broken(HeadshotJob job) {
        ObjectNode body = Json.object().put("status", "failed");
        body.set("id", job.id());
        return body.put("message", "The image could not be made");
    }

    static Reply error(int status, String message) {
        return Reply.json(status, Json.object().put("status", "error").put("message", message));
    }

    /** Complaints by member, under the older spelling. */
    static Reply misspelt(ObjectNode complaints) {
        ObjectNode body = Json.object().put("status", "error");
        body.set("messege", complaints);
        return Reply.json(200, body);
    }

    static Reply promptMissing() {
        ObjectNode complaints = Json.object();
        complaints.putArray("prompt").add("The prompt field is required.");
        return misspelt(complaints);
    }

    static Reply tryAgain() {
        return Reply.json(
                200,
                Json.object()
                        .put("status", "failed")
                        .put("id", "")
                        .put("message", "Failed, Try Again")
                        .put("output", ""));
    }

    static Reply queueFull(Duration retryAfter) {
        return Reply.json(
                429,
                Json.object()
                        .put("status", "error")
                        .put("message", "Rate limit exceeded. Maximum 5 queued requests allowed.")
                        .put("retry_after", retryAfter.toSeconds()));
    }

    static Reply idle() {
        return Reply.json(
                200,
                Json.object().put("status", "success").put("model_count", 1).put("queue_time", 0));
    }

    private static ArrayNode array(List<String> values) {
        ArrayNode array = Json.array();
        values.forEach(array::add);
        return array;
    }
}
