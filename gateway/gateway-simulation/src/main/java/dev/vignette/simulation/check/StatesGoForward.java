package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.simulation.check.History.Move;
import dev.vignette.simulation.world.World;
import java.util.function.Consumer;

final class StatesGoForward implements Invariant {
    @Override
    public String number() {
        return "I14";
    }

    @Override
    public String sentence() {
        return "states change only as described, an end is an end, and versions grow by one";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        for (Move<Attempt> move : history.attemptMoves()) {
            Attempt before = move.before();
            if (before != null && !legal(before, move.after())) {
                broken.accept("from " + before + " to " + move.after());
            }
        }
        for (Move<Generation> move : history.generationMoves()) {
            Generation before = move.before();
            if (before != null && !legal(before.state(), move.after().state())) {
                broken.accept("from " + before + " to " + move.after());
            }
        }
    }

    private static boolean legal(Attempt before, Attempt after) {
        return after.version() == before.version() + 1
                && after.mandate() == before.mandate()
                && legal(before.state(), after.state());
    }

    private static boolean legal(AttemptState before, AttemptState after) {
        return switch (before) {
            case AttemptState.Preparing _ ->
                    after instanceof AttemptState.Sending
                            || after instanceof AttemptState.NotSent
                            || after instanceof AttemptState.Unknown;
            case AttemptState.Sending _ ->
                    !(after instanceof AttemptState.Preparing
                            || after instanceof AttemptState.Sending
                            || after instanceof AttemptState.Review);
            case AttemptState.Unknown _, AttemptState.Review _ ->
                    !(after instanceof AttemptState.Preparing
                            || after instanceof AttemptState.Sending
                            || after instanceof AttemptState.Unknown);
            case AttemptState.Accepted _ ->
                    after instanceof AttemptState.Succeeded
                            || after instanceof AttemptState.Failed
                            || after instanceof AttemptState.Canceled
                            || after instanceof AttemptState.Review;
            case AttemptState.Ended _ -> false;
        };
    }

    private static boolean legal(GenerationState before, GenerationState after) {
        return before instanceof GenerationState.Open
                || before.equals(after)
                || after instanceof GenerationState.Erased;
    }
}
