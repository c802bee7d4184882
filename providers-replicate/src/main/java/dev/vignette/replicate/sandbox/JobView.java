package dev.vignette.replicate.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Shows predictions the way Replicate does; what is absent and what is null follows its answers.
 */
final class JobView {
    static final String MODEL = "flux-kontext-apps/portrait-series";

    private final Jobs jobs;
    private final URI address;
    private final Clock clock;

    /** Shows those predictions below that address, for example {@code http://127.0.0.1:1/v1}. */
    JobView(Jobs jobs, URI address, Clock clock) {
        this.jobs = jobs;
        this.address = address;
        this.clock = clock;
    }

    ObjectNode show(Job job) {
        Instant now = clock.instant();
        State state = job.run().state(now);
        ObjectNode body = Json.object();
        body.put("id", job.id()).put("model", MODEL).put("version", job.version());
        body.put("source", "api").put("status", state.wireName());
        body.put("created_at", job.run().createdAt().toString());
        addData(body, job, state);
        addTimes(body, job.run(), state, now);
        if (job.webhook() != null) {
            body.put("webhook", job.webhook().toString());
            body.putArray("webhook_events_filter").add("completed");
        }
        ObjectNode urls = body.putObject("urls");
        String own = address + "/predictions/" + job.id();
        urls.put("get", own).put("cancel", own + "/cancel").put("web", own);
        return body;
    }

    /** A waited answer that has its output before the run is closed: no end, nothing measured. */
    ObjectNode showUnclosed(Job job) {
        ObjectNode body = show(job).put("status", State.PROCESSING.wireName());
        body.remove("completed_at");
        body.remove("metrics");
        return body;
    }

    private void addData(ObjectNode body, Job job, State state) {
        boolean removed = jobs.dataRemoved(job);
        body.put("data_removed", removed);
        body.set("input", removed ? Json.object() : job.input());
        body.put("logs", removed ? null : "");
        body.put("error", state == State.FAILED ? job.run().plan().error() : null);
        body.putNull("output");
        if (state == State.SUCCEEDED && !removed) {
            ArrayNode output = body.putArray("output");
            job.output().forEach(link -> output.add(link.toString()));
        }
    }

    private static void addTimes(ObjectNode body, Run run, State state, Instant now) {
        if (run.hasStarted(now)) {
            body.put("started_at", run.startsAt().toString());
        }
        if (run.deadlineAsked()) {
            body.put("deadline", run.stopsAt().toString());
        }
        if (!state.isFinal()) {
            return;
        }
        body.put("completed_at", run.completedAt().toString());
        if (run.hasStarted(now)) {
            body.putObject("metrics")
                    .put("predict_time", seconds(run.startsAt(), run.completedAt()))
                    .put("total_time", seconds(run.createdAt(), run.completedAt()));
        }
    }

    private static BigDecimal seconds(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toNanos(), 9);
    }
}
