package dev.vignette.engine.price;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the budgets stand that cover a client. */
public interface Budgets {

    /** Nobody has one. */
    Budgets NONE = (_, _, _) -> List.of();

    /** Those that cover the client, as they stand at that moment. */
    List<BudgetUse> use(Policy policy, String client, Instant now);

    /** Why they do not allow that to be bought, a sentence, or empty when they do. */
    static Optional<String> objection(List<BudgetUse> budgets, Cost price) {
        return budgets.stream().flatMap(use -> objection(use, price).stream()).findFirst();
    }

    private static Optional<String> objection(BudgetUse use, Cost price) {
        Optional<Money> asked = price.amount();
        if (asked.isEmpty()) {
            return Optional.of("its price is not known beforehand, and a budget is set");
        }
        if (asked.get().micros() == 0 || use.allows(asked.get())) {
            return Optional.empty();
        }
        Money left = use.left();
        return Optional.of(
                "it costs %s %s, and the budget has %s %s left until %s"
                        .formatted(
                                asked.get().text(),
                                asked.get().currency(),
                                left.text(),
                                left.currency(),
                                use.renews()));
    }
}
