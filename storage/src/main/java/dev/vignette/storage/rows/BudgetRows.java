package dev.vignette.storage.rows;

import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The table {@code budget_use}: what the transfers of a period come to. A row is opened when the
 * first attempt of a period holds its part, with what was transferred in it before, so that a
 * budget counts from the beginning of its period whenever it is configured.
 */
final class BudgetRows {
    /** What its name is where a budget is everybody's. */
    private static final String ALL = "";

    /** The accounts whose content counts, as a list in SQL. */
    private static final String USED =
            Arrays.stream(Account.values())
                    .filter(Account::used)
                    .map(account -> "'" + account.wireName() + "'")
                    .collect(Collectors.joining(", "));

    private static final String TRANSFERRED =
            """
            SELECT COALESCE(SUM(CASE WHEN debited IN ({used}) THEN micros ELSE 0 END
                - CASE WHEN credited IN ({used}) THEN micros ELSE 0 END), 0) AS used
            FROM transfers
            WHERE counts_at >= ? AND counts_at < ? AND currency = ? AND (? = '' OR client = ?)
            """
                    .replace("{used}", USED);

    private BudgetRows() {}

    /** How a budget stands, its row opened. The caller has locked the ledger. */
    static BudgetUse opened(Session session, Budget budget, Instant at) {
        if (!isOpen(session, budget, at)) {
            session.update(
                    "INSERT INTO budget_use (client, per, begins, renews, currency, used)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    client(budget),
                    budget.per().wireName(),
                    begins(budget, at),
                    renews(budget, at),
                    currency(budget),
                    transferred(session, budget, at));
        }
        return use(session, budget, at);
    }

    /** How a budget stands. */
    static BudgetUse use(Session session, Budget budget, Instant at) {
        long used =
                session.first(
                                """
                                SELECT used FROM budget_use
                                WHERE client = ? AND per = ? AND begins = ? AND currency = ?
                                """,
                                row -> row.number("used"),
                                client(budget),
                                budget.per().wireName(),
                                begins(budget, at),
                                currency(budget))
                        .orElseGet(() -> transferred(session, budget, at));
        return new BudgetUse(
                budget,
                new Money(used, budget.limit().currency()),
                budget.per().begin(at),
                budget.per().end(at));
    }

    /** Counts a transfer in every period that is open and that it lies in. */
    static void add(Session session, Transfer transfer) {
        if (transfer.used() == 0) {
            return;
        }
        long at = Times.number(transfer.countsAt());
        session.update(
                """
                UPDATE budget_use SET used = used + ?
                WHERE currency = ? AND begins <= ? AND renews > ? AND client IN (?, ?)
                """,
                transfer.used(),
                transfer.amount().currency().getCurrencyCode(),
                at,
                at,
                ALL,
                transfer.client());
    }

    private static boolean isOpen(Session session, Budget budget, Instant at) {
        return session.any(
                """
                SELECT 1 FROM budget_use
                WHERE client = ? AND per = ? AND begins = ? AND currency = ?
                """,
                client(budget),
                budget.per().wireName(),
                begins(budget, at),
                currency(budget));
    }

    /** What {@link Transfer#used} comes to in a period. */
    private static long transferred(Session session, Budget budget, Instant at) {
        return session.first(
                        TRANSFERRED,
                        row -> row.number("used"),
                        begins(budget, at),
                        renews(budget, at),
                        currency(budget),
                        client(budget),
                        client(budget))
                .orElseThrow();
    }

    private static String client(Budget budget) {
        String client = budget.client();
        return client == null ? ALL : client;
    }

    private static String currency(Budget budget) {
        return budget.limit().currency().getCurrencyCode();
    }

    private static long begins(Budget budget, Instant at) {
        return Times.number(budget.per().begin(at));
    }

    private static long renews(Budget budget, Instant at) {
        return Times.number(budget.per().end(at));
    }
}
