package dev.vignette.replicate;

import dev.vignette.provider.Notice;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WebhookCall;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads Replicate's calls: the prediction as a look would show it, signed. */
final class CallReading implements SendsWebhooks {
    /** A prediction with its photo and thirteen pictures as data URIs, with much room. */
    private static final int LARGEST = 10 * 1024 * 1024;

    private final ReplicateWire wire;
    private final SigningSecrets secrets;

    CallReading(ReplicateWire wire, SigningSecrets secrets) {
        this.wire = wire;
        this.secrets = secrets;
    }

    @Override
    public Notice read(WebhookCall call) {
        if (call.body().length > LARGEST) {
            return new Notice.Refused("the call is too large");
        }
        Optional<SignedCall> signed = SignedCall.of(call);
        if (signed.isEmpty()) {
            return new Notice.Refused("the call is not signed");
        }
        if (!signed.get().isFresh(call.receivedAt())) {
            return new Notice.Refused("the call was signed more than five minutes from now");
        }
        return switch (secrets.search(signed.get()::isSignedWith)) {
            case FITS -> new Notice.Proven(signed.get().id(), task(call.body()));
            case NONE_FITS -> new Notice.Refused("the call's signature is wrong");
            case UNREACHABLE ->
                    new Notice.NotNow("what it takes to check the signature cannot be fetched");
        };
    }

    private @Nullable TaskHandle task(byte[] body) {
        return Optional.ofNullable(wire.object(body))
                .flatMap(Prediction::of)
                .map(prediction -> TaskHandle.of(prediction.id()))
                .orElse(null);
    }
}
