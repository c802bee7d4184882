package dev.vignette.modelslab;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.portrait.ContentHash;
import dev.vignette.provider.Notice;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads ModelsLab's calls. Nobody signs them (documentation, "Webhooks"), so nothing is taken from
 * one but the job's id, of a success and of a failure alike.
 */
final class CallReading implements SendsWebhooks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 1_000_000;

    @Override
    public Notice read(WebhookCall call) {
        if (call.body().length > LARGEST) {
            return new Notice.Refused("the call is too large");
        }
        return answer(call.body())
                .<Notice>map(answer ->
                        new Notice.Hint(
                                ContentHash.of(call.body()).hex(),
                                answer.id().map(CallReading::task).orElse(null)))
                .orElseGet(() -> new Notice.Refused("the call is not a JSON object"));
    }

    private static TaskHandle task(String id) {
        return new Job(id, Optional.empty()).handle();
    }

    private static Optional<Answer> answer(byte[] body) {
        try {
            return Optional.ofNullable(JSON.readTree(body))
                    .filter(JsonNode::isObject)
                    .map(Answer::new);
        } catch (IOException _) {
            return Optional.empty(); // no JSON
        }
    }
}
