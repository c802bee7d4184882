package dev.vignette.store;

import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What is used of budgets, and the accounts behind it. Attempts hold their part when they are
 * written down, by {@link GenerationStore#accept} and {@link ProductionStore#plan}.
 */
public interface BudgetStore {

    /** How much of those budgets is used in the periods in which that moment lies, in order. */
    List<BudgetUse> use(List<Budget> budgets, Instant at);

    /** What is on each account by now, in each currency: what came in less what went out. */
    Map<Account, List<Money>> balances();

    /** The transfers of an attempt, in the order they were written. */
    List<Transfer> transfers(AttemptId attempt);
}
