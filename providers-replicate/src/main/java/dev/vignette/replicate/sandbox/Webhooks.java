package dev.vignette.replicate.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Callback;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Sandbox;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The calls of predictions that are over: the prediction itself, signed ("Receive webhooks"). */
final class Webhooks {
    private final Sandbox sandbox;
    private final Jobs jobs;
    private final JobView view;
    private final SigningSecret secret;
    private final Clock clock;

    Webhooks(Sandbox sandbox, Jobs jobs, JobView view, SigningSecret secret, Clock clock) {
        this.sandbox = sandbox;
        this.jobs = jobs;
        this.view = view;
        this.secret = secret;
        this.clock = clock;
    }

    /** Will call for that prediction, if it names an address. */
    void expect(Job job) {
        URI address = job.webhook();
        if (address != null) {
            sandbox.callbacks()
                    .expect(
                            new Callback(
                                    job.id(),
                                    address,
                                    () -> state(job.id()).isFinal(),
                                    () -> calls(job.id(), address),
                                    true));
        }
    }

    private State state(String id) {
        return jobs.find(id).orElseThrow().run().state(clock.instant());
    }

    /** None for one that never started: the events' description does not name that end. */
    private List<Callback.Call> calls(String id, URI address) {
        Job job = jobs.find(id).orElseThrow();
        List<Callback.Call> calls = new ArrayList<>();
        if (state(id) != State.ABORTED) {
            calls.add(call(address, view.show(job)));
        }
        if (sandbox.faults().strikes(ReplicateFault.WEBHOOK_OUT_OF_ORDER)) {
            calls.add(call(address, view.showUnclosed(job)));
        }
        return calls;
    }

    private Callback.Call call(URI address, ObjectNode prediction) {
        byte[] body = Json.write(prediction);
        String id = "msg_" + UUID.randomUUID();
        Instant now = clock.instant();
        boolean forged = sandbox.faults().strikes(ReplicateFault.WEBHOOK_BAD_SIGNATURE);
        String text = new String(body, UTF_8);
        String signature = forged ? secret.forge(id, now, text) : secret.sign(id, now, text);
        return new Callback.Call(
                address,
                Map.of(
                        "webhook-id", id,
                        "webhook-timestamp", Long.toString(now.getEpochSecond()),
                        "webhook-signature", signature),
                Bytes.of(body));
    }
}
