package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import dev.vignette.provider.ProviderFailure;
import java.util.OptionalDouble;

/**
 * Asks for the model's description, a read ("Get a model"). Whether a machine is warm it does not
 * tell, and it shows no queue.
 *
 * @param wire the line, with a patience for reads
 * @param model {@code owner/name}
 */
record ModelProbe(ReplicateWire wire, String model) implements Probes {

    @Override
    public Probe probe() {
        return switch (wire.get("/models/" + model)) {
            case Reply.Answered answer when answer.succeeded() -> described(answer);
            case Reply.Answered answer -> new Probe.Unreachable(HttpRefusal.of(answer));
            case Reply.NotSent line -> unreachable(FailureKind.UNAVAILABLE, line.why());
            case Reply.Broken line -> unreachable(FailureKind.UNAVAILABLE, line.why());
        };
    }

    /** A page of HTML with that status comes from something in front. */
    private static Probe described(Reply.Answered answer) {
        return answer.body().flatMap(body -> body.text("name")).isPresent()
                ? new Probe.Reachable(OptionalDouble.empty())
                : unreachable(
                        FailureKind.MALFORMED_ANSWER, "Replicate's answer describes no model.");
    }

    private static Probe unreachable(FailureKind kind, String why) {
        return new Probe.Unreachable(ProviderFailure.of(kind, why));
    }
}
