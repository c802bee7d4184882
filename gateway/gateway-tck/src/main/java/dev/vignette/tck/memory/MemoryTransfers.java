package dev.vignette.tck.memory;

import static java.util.stream.Collectors.groupingBy;

import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import dev.vignette.store.BudgetStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The double entry in memory. Budgets are added up each time they are asked for. */
final class MemoryTransfers implements BudgetStore {
    private final MemoryRows rows;
    private final List<Transfer> transfers = new ArrayList<>();

    MemoryTransfers(MemoryRows rows) {
        this.rows = rows;
    }

    /** Sets aside what attempts may cost, or says which budget does not allow it. */
    Optional<BudgetUse> hold(
            List<Attempt> attempts, String client, List<Budget> budgets, Instant at) {
        List<Transfer> holds =
                attempts.stream().flatMap(attempt -> attempt.hold(client, at).stream()).toList();
        Optional<BudgetUse> exceeded =
                budgets.stream()
                        .map(budget -> used(budget, at))
                        .filter(use -> !use.allows(holds))
                        .findFirst();
        if (exceeded.isEmpty()) {
            transfers.addAll(holds);
        }
        return exceeded;
    }

    /** Moves what a line moves. */
    void post(Line line) {
        Optional<Transfer> pending = Transfer.settledBy(line).flatMap(this::pending);
        transfers.addAll(Transfer.of(line, pending));
    }

    @Override
    public List<BudgetUse> use(List<Budget> budgets, Instant at) {
        return rows.transact(() -> budgets.stream().map(budget -> used(budget, at)).toList());
    }

    @Override
    public Map<Account, List<Money>> balances() {
        return rows.transact(() -> {
            Map<Account, List<Money>> balances = new EnumMap<>(Account.class);
            transfers.stream()
                    .collect(groupingBy(transfer -> transfer.amount().currency()))
                    .forEach((currency, all) -> {
                        for (Account account : Account.values()) {
                            add(balances, account, currency, all);
                        }
                    });
            return balances;
        });
    }

    @Override
    public List<Transfer> transfers(AttemptId attempt) {
        return rows.transact(
                () -> transfers.stream().filter(made -> attempt.equals(made.attempt())).toList());
    }

    /** All there are, to be kept elsewhere. */
    List<Transfer> all() {
        return List.copyOf(transfers);
    }

    /** Holds these from now on, and no others. */
    void become(List<Transfer> others) {
        transfers.clear();
        transfers.addAll(others);
    }

    private static void add(
            Map<Account, List<Money>> balances,
            Account account,
            Currency currency,
            List<Transfer> all) {
        List<Transfer> touching =
                all.stream()
                        .filter(made -> made.from() == account || made.to() == account)
                        .toList();
        if (!touching.isEmpty()) {
            long micros =
                    touching.stream()
                            .mapToLong(made ->
                                    made.to() == account
                                            ? made.amount().micros()
                                            : -made.amount().micros())
                            .sum();
            balances.computeIfAbsent(account, _ -> new ArrayList<>())
                    .add(new Money(micros, currency));
        }
    }

    private BudgetUse used(Budget budget, Instant at) {
        Instant begins = budget.per().begin(at);
        Instant renews = budget.per().end(at);
        long used =
                transfers.stream()
                        .filter(made -> budget.covers(made.client()))
                        .filter(made -> made.amount().currency().equals(budget.limit().currency()))
                        .filter(made -> !made.countsAt().isBefore(begins))
                        .filter(made -> made.countsAt().isBefore(renews))
                        .mapToLong(Transfer::used)
                        .sum();
        return new BudgetUse(budget, new Money(used, budget.limit().currency()), begins, renews);
    }

    private Optional<Transfer> pending(Transfer.Pending pending) {
        return transfers.stream().anyMatch(made -> made.key().equals(pending.undone()))
                ? Optional.empty()
                : transfers.stream().filter(made -> made.key().equals(pending.key())).findFirst();
    }
}
