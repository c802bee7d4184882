package dev.vignette.engine.price;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Production;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import java.util.Optional;

/** What a generation costs the one who asked for it. */
public final class GenerationCost {
    private GenerationCost() {}

    /**
     * Zero when it joined or hit. Otherwise the sum over its attempts: the charge of each that
     * ended, an estimate for each that goes on while the generation does, and unpriced for each
     * whose outcome is not known although the generation is over.
     */
    public static Cost of(Generation generation, Production production, PriceList prices) {
        return switch (generation.origin()) {
            case Origin.Joined _, Origin.Hit _ -> nothing(generation);
            case Origin.Bought _ ->
                    Total.of(
                            production.attempts().stream()
                                    .map(attempt -> of(generation, production, attempt, prices))
                                    .toList());
        };
    }

    private static Cost nothing(Generation generation) {
        Money zero =
                generation
                        .saved()
                        .flatMap(Avoided::amount)
                        .map(saved -> Money.zero(saved.currency()))
                        .orElse(Money.zero(Pricing.DEFAULT_CURRENCY));
        return new Cost(zero, Certainty.PRICE_BOOK);
    }

    private static Cost of(
            Generation generation, Production production, Attempt attempt, PriceList prices) {
        Optional<Cost> charged = attempt.cost().map(Charge::cost);
        if (charged.isPresent()) {
            return charged.get();
        }
        return switch (attempt.state()) {
            case AttemptState.Preparing _, AttemptState.Sending _, AttemptState.Accepted _ ->
                    generation.done()
                            ? Cost.UNPRICED
                            : Pricing.order(
                                    prices,
                                    attempt.provider(),
                                    production.request(),
                                    attempt.pictures(),
                                    generation.createdAt());
            case AttemptState.Unknown _, AttemptState.Review _, AttemptState.Ended _ ->
                    Cost.UNPRICED;
        };
    }
}
