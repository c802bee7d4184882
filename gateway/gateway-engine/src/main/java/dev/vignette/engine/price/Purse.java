package dev.vignette.engine.price;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import dev.vignette.generation.Terms;
import dev.vignette.ledger.Charge;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import java.util.List;
import java.util.Optional;

/**
 * What may still be spent on one production. What it has cost so far counts, and what is on its way
 * with its price; a part that nobody knows is not taken for nothing.
 */
public sealed interface Purse {

    /** Any amount may be spent. */
    record Bottomless() implements Purse {}

    /**
     * So much may be spent.
     *
     * @param left zero or more
     */
    record Left(Money left) implements Purse {}

    /** There is a limit, and nobody knows how much of it is used. */
    record Unclear() implements Purse {}

    /** Before anything was bought. */
    static Purse of(Terms terms) {
        return terms.limit().<Purse>map(Left::new).orElseGet(Bottomless::new);
    }

    /** With what that production has bought so far. */
    static Purse of(Production production, PriceList prices) {
        Optional<Money> limit = production.terms().limit();
        if (limit.isEmpty()) {
            return new Bottomless();
        }
        List<Cost> parts =
                production.attempts().stream()
                        .map(attempt -> part(production, attempt, prices))
                        .toList();
        return Total.of(parts)
                .amount()
                .filter(spent -> spent.micros() == 0 || sameCurrency(spent, limit.get()))
                .<Purse>map(spent -> new Left(rest(limit.get(), spent)))
                .orElseGet(Unclear::new);
    }

    /** Why that must not be bought from it, a sentence, or empty when it may. */
    default Optional<String> objection(Cost price) {
        return switch (this) {
            case Bottomless _ -> Optional.empty();
            case Unclear _ ->
                    Optional.of("what was spent so far is not known, and max_cost is set");
            case Left(Money left) -> objection(price, left);
        };
    }

    private static Optional<String> objection(Cost price, Money left) {
        if (price.amount().isEmpty()) {
            return Optional.of("its price is not known beforehand, and max_cost is set");
        }
        Money asked = price.amount().get();
        if (asked.micros() == 0 || (sameCurrency(asked, left) && asked.micros() <= left.micros())) {
            return Optional.empty();
        }
        return Optional.of(
                "it costs %s %s, and max_cost leaves %s %s"
                        .formatted(asked.text(), asked.currency(), left.text(), left.currency()));
    }

    private static Cost part(Production production, Attempt attempt, PriceList prices) {
        return attempt.cost()
                .map(Charge::cost)
                .orElseGet(() ->
                        Pricing.order(
                                prices,
                                attempt.provider(),
                                production.request(),
                                attempt.pictures(),
                                production.createdAt()));
    }

    private static boolean sameCurrency(Money one, Money other) {
        return one.currency().equals(other.currency());
    }

    private static Money rest(Money limit, Money spent) {
        return new Money(Math.max(0, limit.micros() - spent.micros()), limit.currency());
    }
}
