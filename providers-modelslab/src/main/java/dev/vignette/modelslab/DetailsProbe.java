package dev.vignette.modelslab;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Asks a server of one's own how it is (documentation, enterprise API, "system_details"). The
 * shared servers document nothing free to ask.
 *
 * @param api where the model is served
 * @param bodies writes the body, which is the key alone
 * @param wire the line, with a patience for reads
 */
record DetailsProbe(ModelsLabApi api, OrderBody bodies, ModelsLabWire wire) implements Probes {

    @Override
    public Probe probe() {
        return api.detailsPath()
                .map(path -> read(wire.post(path, bodies.keyAlone())))
                .orElseGet(Probe.Silent::new);
    }

    private static Probe read(WireOutcome outcome) {
        return switch (outcome) {
            case WireOutcome.NotSent(), WireOutcome.Broken() ->
                    new Probe.Unreachable(Failures.of(FailureKind.UNAVAILABLE));
            case WireOutcome.Answered answered -> read(answered);
        };
    }

    private static Probe read(WireOutcome.Answered answered) {
        Optional<Answer> success =
                answered.body().filter(answer -> answer.status() == Answer.Status.SUCCESS);
        return success.<Probe>map(answer -> new Probe.Reachable(queue(answer)))
                .orElseGet(() -> new Probe.Unreachable(Failures.of(kind(answered), answered)));
    }

    /** Its unit is not documented. */
    private static OptionalDouble queue(Answer answer) {
        return answer.figure("queue_time");
    }

    private static FailureKind kind(WireOutcome.Answered answered) {
        if (answered.isServerError()) {
            return FailureKind.UNAVAILABLE;
        }
        return answered.body()
                .flatMap(answer -> Complaint.in(answer.text()))
                .or(() -> Complaint.of(answered.status()))
                .map(Complaint::kind)
                .orElse(FailureKind.MALFORMED_ANSWER);
    }
}
