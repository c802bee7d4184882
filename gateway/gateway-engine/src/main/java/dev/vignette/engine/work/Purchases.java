package dev.vignette.engine.work;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.route.Choice;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Mandate;
import dev.vignette.id.ProductionId;
import dev.vignette.money.Money;
import dev.vignette.portrait.PortraitRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Divides missing pictures into as many attempts as it takes purchases at one provider. */
public final class Purchases {
    private final Ids ids;
    private final Surroundings around;

    /** Names attempts with these ids, and knows what they may cost by what is in force. */
    public Purchases(Ids ids, Surroundings around) {
        this.ids = ids;
        this.around = around;
    }

    /**
     * Attempts, all preparing, that together bring the missing pictures.
     *
     * @param production what is bought for
     * @param request what is to be made
     * @param choice at whom
     * @param missing the indexes of the missing pictures, in order
     * @param firstNumber the number of the first attempt
     */
    public List<Attempt> of(
            ProductionId production,
            PortraitRequest request,
            Choice choice,
            List<Integer> missing,
            int firstNumber) {
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
                            price(choice, request, length),
                            new AttemptState.Preparing(),
                            null,
                            0));
            start += length;
        }
        return attempts;
    }

    private @Nullable Money price(Choice choice, PortraitRequest request, int pictures) {
        return Pricing.order(
                        around.inForce().prices(), choice.name(), request, pictures, around.now())
                .money();
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
