package dev.vignette.engine.work;

import dev.vignette.generation.AttemptState;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.util.Optional;

/** Reads why attempts came to nothing. */
final class Failures {
    private Failures() {}

    /** Why this attempt came to nothing, or empty when it did not, or nobody knows. */
    static Optional<ProviderFailure> of(AttemptState state) {
        return switch (state) {
            case AttemptState.Failed failed -> Optional.of(failed.failure());
            case AttemptState.Canceled canceled -> Optional.of(canceled.failure());
            case AttemptState.Refused refused -> Optional.of(refused.failure());
            case AttemptState.NotSent notSent -> Optional.of(notSent.failure());
            case AttemptState.NotAccepted _ ->
                    Optional.of(
                            ProviderFailure.of(
                                    FailureKind.UNAVAILABLE, "The provider never took the order."));
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.Succeeded _,
                    AttemptState.WrittenOff _ ->
                    Optional.empty();
        };
    }
}
