package dev.vignette.engine.work;

import dev.vignette.engine.route.Choice;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Mandate;
import dev.vignette.id.ProductionId;
import java.util.ArrayList;
import java.util.List;

/** Divides missing pictures into as many attempts as it takes purchases at one provider. */
public final class Purchases {
    private final Ids ids;

    /** Names attempts with these ids. */
    public Purchases(Ids ids) {
        this.ids = ids;
    }

    /**
     * Attempts, all preparing, that together bring the missing pictures.
     *
     * @param production what is bought for
     * @param choice at whom
     * @param missing the indexes of the missing pictures, in order
     * @param firstNumber the number of the first attempt
     */
    public List<Attempt> of(
            ProductionId production, Choice choice, List<Integer> missing, int firstNumber) {
        List<Attempt> attempts = new ArrayList<>();
        int start = 0;
        while (start < missing.size()) {
            int length = run(missing, start, choice.capabilities().picturesPerOrder());
            attempts.add(
                    new Attempt(
                            ids.attempt(),
                            production,
                            firstNumber + attempts.size(),
                            choice.name(),
                            choice.slot().adapter(),
                            choice.capabilities().model(),
                            choice.capabilities().modelVersion(),
                            missing.get(start),
                            length,
                            choice.assessment().fit(),
                            choice.settings(),
                            Mandate.ASKED,
                            null,
                            new AttemptState.Preparing(),
                            null,
                            0));
            start += length;
        }
        return attempts;
    }

    /** How many indexes from there on follow each other, up to the most one order may ask for. */
    private static int run(List<Integer> missing, int start, int most) {
        int length = 1;
        while (length < most
                && start + length < missing.size()
                && missing.get(start + length) == missing.get(start) + length) {
            length++;
        }
        return length;
    }
}
