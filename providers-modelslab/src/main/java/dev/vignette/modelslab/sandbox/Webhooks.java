package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Callback;
import dev.vignette.sandbox.Json;
import dev.vignette.sandbox.Sandbox;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of jobs that are over: unsigned, made once, as far as they get through (documentation,
 * "Webhooks").
 *
 * @param sandbox what calls
 * @param jobs the jobs
 */
record Webhooks(Sandbox sandbox, HeadshotJobs jobs) {

    /** Will call for that job, if its order names an address. */
    void expect(HeadshotJob job) {
        address(job.order().body())
                .ifPresent(address ->
                        sandbox.callbacks()
                                .expect(
                                        new Callback(
                                                job.id().asText(),
                                                address,
                                                () -> jobs.isDone(job),
                                                () -> List.of(call(address, job)),
                                                false)));
    }

    /** Empty when it names none, or nothing that is an address. */
    static Optional<URI> address(JsonNode order) {
        try {
            return Optional.of(new URI(order.path("webhook").asText("")))
                    .filter(address -> address.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty(); // the vendor is not known to object
        }
    }

    private Callback.Call call(URI address, HeadshotJob job) {
        boolean wrong = sandbox.faults().strikes(ModelsLabFault.WEBHOOK_WRONG_TOKEN);
        URI called = wrong ? URI.create(address + "x") : address;
        return new Callback.Call(
                called, Map.of(), Bytes.of(Json.write(HeadshotAnswers.webhook(job))));
    }
}
