package dev.vignette.engine.work;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import java.util.Optional;

/**
 * Decides what is next for a production from what its attempts brought: wait, buy what is missing
 * elsewhere, or end. What may be bought again is {@link Remedy}'s to say.
 */
final class Gathering {
    private final Replacements replacements;
    private final Resubmission resubmission;
    private final Outcomes outcomes;
    private final Surroundings around;

    Gathering(
            Replacements replacements,
            Resubmission resubmission,
            Outcomes outcomes,
            Surroundings around) {
        this.replacements = replacements;
        this.resubmission = resubmission;
        this.outcomes = outcomes;
        this.around = around;
    }

    /**
     * What is next.
     *
     * @param completes whether what was paid and did not come may be bought again
     */
    Move next(Production production, Optional<Closing> closing, boolean completes) {
        boolean open = production.attempts().stream().anyMatch(Attempt::underWay);
        boolean copying =
                production.pictures().stream()
                        .anyMatch(picture -> picture.state() instanceof PictureState.Awaited);
        if (production.stage() == Stage.DONE) {
            return open || copying ? new Move.Wait() : new Move.Rest();
        }
        if (closing.isEmpty()) {
            return resubmission
                    .of(production)
                    .orElseGet(() -> goOn(production, open, copying, completes));
        }
        boolean aboutToEnd =
                production.attempts().stream()
                        .anyMatch(attempt -> attempt.state() instanceof AttemptState.Preparing);
        return aboutToEnd ? new Move.Wait() : last(production, copying, closing);
    }

    private Move goOn(Production production, boolean open, boolean copying, boolean completes) {
        return open || production.attempts().stream().anyMatch(a -> isHeld(production, a))
                ? new Move.Wait()
                : replacements
                        .of(production, completes)
                        .orElseGet(() -> last(production, copying, Optional.empty()));
    }

    /** Nobody knows of it and nothing replaces it: it may still turn up while somebody waits. */
    private boolean isHeld(Production production, Attempt attempt) {
        return attempt.state() instanceof AttemptState.Review
                && around.inForce().unknownOutcome() != UnknownOutcome.FAIL
                && production.isFree(attempt.firstPicture())
                && production.attempts().stream()
                        .filter(other -> other.firstPicture() == attempt.firstPicture())
                        .noneMatch(other -> other.number() > attempt.number());
    }

    private Move last(Production production, boolean copying, Optional<Closing> closing) {
        return copying
                ? new Move.Wait()
                : new Move.End(outcomes.of(production, closing, around.now()));
    }
}
