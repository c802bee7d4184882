package dev.vignette.provider;

import java.time.Instant;
import java.util.Map;

/**
 * A call that came in at one of our addresses for a provider. Prints nothing of its content.
 *
 * @param headers the headers by lower-case name, the first value of each
 * @param body the body as it came, to be read only; signatures are over exactly these bytes
 * @param receivedAt when it came, on our clock
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and megabytes need no second copy
public record WebhookCall(Map<String, String> headers, byte[] body, Instant receivedAt) {
    public WebhookCall {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "WebhookCall[" + body.length + " bytes, " + receivedAt + "]";
    }
}
