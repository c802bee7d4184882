package dev.vignette.server.http.generation;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import dev.vignette.server.http.Times;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Shows attempts. */
public final class AttemptViews {
    private AttemptViews() {}

    private record Facts(
            @Nullable Instant started,
            @Nullable Instant completed,
            @Nullable TaskHandle task,
            @Nullable AttemptErrorView error) {}

    /** The attempt on the wire. */
    public static AttemptView of(Attempt attempt) {
        Facts facts = facts(attempt.state());
        TaskHandle task = facts.task();
        Charge charge = attempt.charge();
        return new AttemptView(
                attempt.provider(),
                attempt.model(),
                attempt.modelVersion(),
                attempt.state().wireName(),
                task == null ? null : task.providerId(),
                charge == null ? 0 : charge.work().images(),
                Times.textOrNull(facts.started()),
                Times.textOrNull(facts.completed()),
                charge == null ? null : CostView.of(charge.cost()),
                facts.error());
    }

    private static Facts facts(AttemptState state) {
        return switch (state) {
            case AttemptState.Preparing() -> new Facts(null, null, null, null);
            case AttemptState.Sending(var started) -> new Facts(started, null, null, null);
            case AttemptState.Accepted(var started, var task) ->
                    new Facts(started, null, task, null);
            case AttemptState.Unknown(var started, _, var note) ->
                    new Facts(started, null, null, unknown(note));
            case AttemptState.Review(var started, _, _, var note) ->
                    new Facts(started, null, null, unknown(note));
            case AttemptState.Succeeded(var started, var completed, var task) ->
                    new Facts(started, completed, task, null);
            case AttemptState.Failed(var started, var completed, var task, var failure) ->
                    new Facts(started, completed, task, error(failure));
            case AttemptState.Canceled(var started, var completed, var task, var failure) ->
                    new Facts(started, completed, task, error(failure));
            case AttemptState.Refused(var started, var completed, var failure) ->
                    new Facts(started, completed, null, error(failure));
            case AttemptState.NotSent(var completed, var failure) ->
                    new Facts(null, completed, null, error(failure));
            case AttemptState.NotAccepted(var started, var completed, var note) ->
                    new Facts(started, completed, null, unknown(note));
            case AttemptState.WrittenOff(var started, var completed, var note) ->
                    new Facts(started, completed, null, unknown(note));
        };
    }

    private static AttemptErrorView error(ProviderFailure failure) {
        return AttemptErrorView.of(failure);
    }

    private static AttemptErrorView unknown(String note) {
        return new AttemptErrorView("unknown", note, null);
    }
}
