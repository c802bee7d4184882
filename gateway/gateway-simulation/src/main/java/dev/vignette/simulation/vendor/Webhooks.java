package dev.vignette.simulation.vendor;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vignette.provider.Notice;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.time.Instant;
import java.util.Map;

/** How simulated providers call: the job's id in the body, a signature in a header. */
public final class Webhooks {
    private static final String SIGNATURE = "signature";
    private static final String GENUINE = "genuine";

    private Webhooks() {}

    /** A call about that job, as the provider writes it. */
    public static WebhookCall about(String job, Instant receivedAt) {
        return new WebhookCall(Map.of(SIGNATURE, GENUINE), job.getBytes(US_ASCII), receivedAt);
    }

    static Notice proven(WebhookCall call) {
        String job = new String(call.body(), US_ASCII);
        return GENUINE.equals(call.headers().get(SIGNATURE))
                ? new Notice.Proven("over-" + job, TaskHandle.of(job))
                : new Notice.Refused("the signature is wrong");
    }

    static Notice hint(WebhookCall call) {
        String job = new String(call.body(), US_ASCII);
        return new Notice.Hint("over-" + job, TaskHandle.of(job));
    }
}
