package dev.vignette.engine.price;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Production;
import dev.vignette.ledger.Charge;
import java.util.Optional;

/** What a generation saves by pictures that another one pays for. */
public final class Savings {
    private Savings() {}

    /**
     * What those pictures cost the one who bought them.
     *
     * @param production where they were made, with at least one attempt that succeeded
     * @param images how many pictures there are
     */
    public static Avoided of(Production production, int images) {
        Attempt maker =
                production.attempts().stream()
                        .filter(attempt -> attempt.state() instanceof AttemptState.Succeeded)
                        .findFirst()
                        .orElseThrow();
        return new Avoided(
                maker.provider(),
                maker.model(),
                images,
                Total.of(
                                production.attempts().stream()
                                        .map(Attempt::cost)
                                        .flatMap(Optional::stream)
                                        .map(Charge::cost)
                                        .toList())
                        .money());
    }
}
