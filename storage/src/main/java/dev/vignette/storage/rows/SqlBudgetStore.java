package dev.vignette.storage.rows;

import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import dev.vignette.store.BudgetStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Budgets and accounts in their tables. */
final class SqlBudgetStore implements BudgetStore {
    private final Reader reader;

    SqlBudgetStore(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<BudgetUse> use(List<Budget> budgets, Instant at) {
        return budgets.isEmpty()
                ? List.of()
                : reader.read(session ->
                        budgets.stream()
                                .map(budget -> BudgetRows.use(session, budget, at))
                                .toList());
    }

    @Override
    public Map<Account, List<Money>> balances() {
        return reader.read(TransferRows::balances);
    }

    @Override
    public List<Transfer> transfers(AttemptId attempt) {
        return reader.read(session -> TransferRows.of(session, attempt));
    }
}
