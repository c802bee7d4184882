package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Replicate's error answers, as they were seen. */
final class Problems {

    private Problems() {}

    static Reply.Whole unauthenticated() {
        return problem(401, "Unauthenticated", "You did not pass a valid authentication token");
    }

    static Reply.Whole outOfCredit() {
        return problem(
                402, "Insufficient credit", "You have insufficient credit to run this model.");
    }

    static Reply.Whole notFound() {
        return problem(404, "Not found", "The requested resource could not be found.");
    }

    static Reply.Whole versionUnknown() {
        return problem(
                422,
                "Invalid version or not permitted",
                "The specified version does not exist (or perhaps you don't have permission)");
    }

    static Reply.Whole malformed() {
        return problem(400, "Bad request", "Invalid input");
    }

    static Reply.Whole serverError() {
        return Reply.json(500, Json.object().put("detail", "Internal server error"));
    }

    static Reply.Whole unprocessable(List<String> faults) {
        ObjectNode body = Json.object().put("title", "Input validation failed").put("status", 422);
        StringBuilder detail = new StringBuilder();
        ArrayNode fields = body.putArray("invalid_fields");
        for (String fault : faults) {
            detail.append("- input: ").append(fault).append('\n');
            String type = fault.endsWith("required") ? "required" : "invalid";
            fields.addObject().put("type", type).put("field", "input").put("description", fault);
        }
        return problem(body.put("detail", detail.toString()), Map.of());
    }

    static Reply.Whole throttled(long seconds) {
        ObjectNode body =
                throttledBody(
                                "Request was throttled. Your rate limit resets in ~%ds."
                                        .formatted(seconds))
                        .put("retry_after", seconds);
        return problem(body, Map.of());
    }

    static Reply.Whole throttledByHeader(long seconds) {
        return problem(
                throttledBody("Request was throttled."),
                Map.of("Retry-After", Long.toString(seconds)));
    }

    static Reply.Whole throttledWithoutAWait() {
        return problem(throttledBody("Request was throttled."), Map.of());
    }

    private static ObjectNode throttledBody(String detail) {
        return Json.object().put("detail", detail).put("status", 429);
    }

    private static Reply.Whole problem(int status, String title, String detail) {
        ObjectNode body =
                Json.object().put("title", title).put("detail", detail).put("status", status);
        return problem(body, Map.of());
    }

    private static Reply.Whole problem(ObjectNode body, Map<String, String> headers) {
        Map<String, String> all = new HashMap<>(headers);
        all.put("Content-Type", "application/problem+json");
        return new Reply.Whole(body.path("status").asInt(), all, Bytes.of(Json.write(body)));
    }
}
