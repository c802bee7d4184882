package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two calls that place an order. */
final class Creation {
    private static final Set<String> MEMBERS =
            Set.of("version", "input", "webhook", "webhook_events_filter", "stream");

    private static final Pattern VERSION =
            Pattern.compile("(?:" + JobView.MODEL + ":)?([0-9a-f]{64})");

    private final Jobs jobs;
    private final JobView view;
    private final Waiting waiting;
    private final Webhooks webhooks;
    private final Faults faults;

    Creation(Jobs jobs, JobView view, Waiting waiting, Webhooks webhooks, Faults faults) {
        this.jobs = jobs;
        this.view = view;
        this.waiting = waiting;
        this.webhooks = webhooks;
        this.faults = faults;
    }

    /** {@code POST /predictions}, which names a version. */
    Reply byVersion(Request request) {
        Optional<JsonNode> body = body(request);
        if (body.isEmpty()) {
            return Problems.malformed();
        }
        Matcher version = VERSION.matcher(body.get().path("version").asText());
        return version.matches()
                ? create(request, body.get(), version.group(1))
                : Problems.versionUnknown();
    }

    /** {@code POST /models/{owner}/{name}/predictions}, which names none. */
    Reply byModel(Request request) {
        String model = request.variable("owner") + "/" + request.variable("name");
        Optional<JsonNode> body = body(request);
        if (body.isEmpty()) {
            return Problems.malformed();
        }
        return model.equals(JobView.MODEL)
                ? create(request, body.get(), "hidden")
                : Problems.notFound();
    }

    private Reply create(Request request, JsonNode body, String version) {
        List<String> wrong = new ArrayList<>(OrderForm.faults(body.path("input")));
        wrong.addAll(WebhookForm.faults(body));
        if (!wrong.isEmpty() || !hasOnlyKnownMembers(body)) {
            return Problems.unprocessable(
                    wrong.isEmpty() ? List.of("Additional property is not allowed") : wrong);
        }
        Optional<Duration> cancelAfter =
                request.header("Cancel-After").flatMap(Waiting::cancelAfter);
        if (request.header("Cancel-After").isPresent() && cancelAfter.isEmpty()) {
            return Problems.unprocessable(List.of("Cancel-After must be 5 seconds to 24 hours"));
        }
        Job job =
                jobs.create(
                        version,
                        body.withObject("input"),
                        WebhookForm.address(body).orElse(null),
                        cancelAfter.orElse(null));
        webhooks.expect(job);
        Optional<String> wait = request.header("Prefer").filter(Waiting::isWait);
        return wait.isEmpty() ? answer(job, Map.of()) : waited(job, wait.get());
    }

    private Reply waited(Job job, String wait) {
        waiting.await(job, wait);
        Job now = jobs.find(job.id()).orElse(job);
        return answer(now, Map.of("Preference-Applied", wait));
    }

    private Reply answer(Job job, Map<String, String> extra) {
        boolean unclosed =
                !job.output().isEmpty() && faults.strikes(ReplicateFault.UNCLOSED_ANSWER);
        JsonNode body = unclosed ? view.showUnclosed(job) : view.show(job);
        Map<String, String> headers = new HashMap<>(extra);
        headers.put("Content-Type", "application/json");
        headers.put("Location", body.path("urls").path("get").asText());
        return new Reply.Whole(201, headers, Bytes.of(Json.write(body)));
    }

    private static Optional<JsonNode> body(Request request) {
        try {
            return Optional.of(request.json()).filter(JsonNode::isObject);
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static boolean hasOnlyKnownMembers(JsonNode body) {
        return body.properties().stream().allMatch(member -> MEMBERS.contains(member.getKey()));
    }
}
