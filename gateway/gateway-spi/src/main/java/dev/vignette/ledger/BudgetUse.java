package dev.vignette.ledger;

import dev.vignette.money.Money;
import java.time.Instant;
import java.util.List;

/**
 * How much of a budget is used in one of its periods.
 *
 * @param budget the budget
 * @param used what is spent, held and in suspense in it, in its currency
 * @param begins when the period began
 * @param renews when the next begins
 */
public record BudgetUse(Budget budget, Money used, Instant begins, Instant renews) {

    /** What is left, zero or more. */
    public Money left() {
        long left = budget.limit().micros() - used.micros();
        return new Money(Math.max(0, left), used.currency());
    }

    /** Whether all of that can be held, which is in one currency; nothing always can. */
    public boolean allows(List<Transfer> holds) {
        return holds.stream()
                .map(Transfer::amount)
                .reduce(Money::plus)
                .map(this::allows)
                .orElse(true);
    }

    /** Whether that much more can be held. */
    public boolean allows(Money amount) {
        return amount.currency().equals(used.currency())
                && used.micros() + amount.micros() <= budget.limit().micros();
    }
}
