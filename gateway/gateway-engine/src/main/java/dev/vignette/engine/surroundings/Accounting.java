package dev.vignette.engine.surroundings;

import dev.vignette.ledger.Budget;
import dev.vignette.money.ExchangeRates;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * How the operator wants money looked after, besides the prices.
 *
 * @param rates what currencies are worth in each other
 * @param reporting the currency reports are also given in; empty for none
 * @param refusesUnpriced whether nothing is bought whose price is not known beforehand
 * @param budgets what may be spent
 */
public record Accounting(
        ExchangeRates rates,
        Optional<Currency> reporting,
        boolean refusesUnpriced,
        List<Budget> budgets) {

    /** Nothing is limited and nothing changed into another currency. */
    public static final Accounting PLAIN =
            new Accounting(ExchangeRates.NONE, Optional.empty(), false, List.of());

    public Accounting {
        budgets = List.copyOf(budgets);
    }

    /** The budgets in which what that client buys counts. */
    public List<Budget> covering(String client) {
        return budgets.stream().filter(budget -> budget.covers(client)).toList();
    }
}
