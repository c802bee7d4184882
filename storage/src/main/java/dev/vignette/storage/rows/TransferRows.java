package dev.vignette.storage.rows;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Transfer;
import dev.vignette.money.Money;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code transfers}: the double entry. Rows are added and nothing else. */
final class TransferRows {
    private static final Insert<Transfer> INSERT =
            Insert.<Transfer>into("transfers")
                    .with("key", Transfer::key)
                    .with("credited", transfer -> transfer.from().wireName())
                    .with("debited", transfer -> transfer.to().wireName())
                    .with("micros", transfer -> transfer.amount().micros())
                    .with("currency", transfer -> transfer.amount().currency().getCurrencyCode())
                    .with("client", Transfer::client)
                    .with("provider", Transfer::provider)
                    .with("attempt_id", transfer -> id(transfer.attempt()))
                    .with("at", transfer -> Times.number(transfer.at()))
                    .with("counts_at", transfer -> Times.number(transfer.countsAt()))
                    .build();

    private static final Names<Account> ACCOUNTS = Names.of(Account.values(), Account::wireName);

    private TransferRows() {}

    /**
     * Sets aside what attempts may cost, unless a budget does not allow it.
     *
     * @param attempts preparing, of one production
     * @param budgets those that cover the client; none of them may be exceeded
     * @return how a budget stands that does not allow it; nothing was set aside then
     */
    static Optional<BudgetUse> hold(
            Session session,
            List<Attempt> attempts,
            String client,
            List<Budget> budgets,
            Instant at) {
        if (!budgets.isEmpty()) {
            session.lock("ledger");
        }
        List<Transfer> holds =
                attempts.stream().flatMap(attempt -> attempt.hold(client, at).stream()).toList();
        Optional<BudgetUse> exceeded =
                budgets.stream()
                        .map(budget -> BudgetRows.opened(session, budget, at))
                        .filter(use -> !use.allows(holds))
                        .findFirst();
        if (exceeded.isEmpty()) {
            holds.forEach(transfer -> add(session, transfer));
        }
        return exceeded;
    }

    /** Moves what a line of the ledger moves. The caller has locked the ledger. */
    static void post(Session session, Line line) {
        Optional<Transfer> pending = Transfer.settledBy(line).flatMap(one -> pending(session, one));
        Transfer.of(line, pending).forEach(transfer -> add(session, transfer));
    }

    /**
     * Moves what the lines after that place move, that were written by a statement of their own and
     * hold nothing. The caller has locked the ledger. Budgets are added up anew when they are asked
     * for.
     */
    static void postAfter(Session session, long sequence) {
        session.update(
                """
                INSERT INTO transfers (key, credited, debited, micros, currency, client, provider,
                    attempt_id, at, counts_at)
                SELECT type || '/' || id,
                    CASE WHEN amount_micros > 0 THEN 'payable' ELSE side END,
                    CASE WHEN amount_micros > 0 THEN side ELSE 'payable' END,
                    ABS(amount_micros), currency, client, provider, attempt_id, charged_at,
                    charged_at
                FROM (SELECT charges.*, CASE WHEN generation_id IS NULL AND client <> ''
                    THEN 'lost' ELSE 'spent' END AS side FROM charges) AS lines
                WHERE sequence > ? AND amount_micros <> 0
                """,
                sequence);
        session.update(
                """
                INSERT INTO transfers (key, credited, debited, micros, currency, client, provider,
                    attempt_id, at, counts_at)
                SELECT 'settled/' || left_over.attempt_id, left_over.debited, left_over.credited,
                    left_over.micros, left_over.currency, left_over.client, left_over.provider,
                    left_over.attempt_id, charges.charged_at, left_over.counts_at
                FROM charges JOIN transfers AS left_over
                    ON left_over.key = 'suspense/' || charges.attempt_id
                WHERE charges.sequence > ? AND charges.type = 'correction'
                    AND charges.amount_micros IS NOT NULL AND charges.attempt_id <> ''
                    AND NOT EXISTS (SELECT 1 FROM transfers AS settled
                        WHERE settled.key = 'settled/' || charges.attempt_id)
                """,
                sequence);
        session.update("DELETE FROM budget_use");
    }

    static List<Transfer> of(Session session, AttemptId attempt) {
        return session.list(
                "SELECT * FROM transfers WHERE attempt_id = ? ORDER BY at, key",
                TransferRows::read,
                attempt.value());
    }

    /** What came in less what went out, by account and currency. */
    static Map<Account, List<Money>> balances(Session session) {
        return session
                .list(
                        """
                        SELECT account, currency, SUM(micros) AS micros FROM (
                            SELECT debited AS account, currency, micros FROM transfers
                            UNION ALL SELECT credited, currency, -micros FROM transfers) AS sides
                        GROUP BY account, currency ORDER BY account, currency
                        """,
                        row ->
                                Map.entry(
                                        ACCOUNTS.value(row.text("account")),
                                        Objects.requireNonNull(
                                                Amounts.of(row, "micros", "currency"))))
                .stream()
                .collect(
                        groupingBy(
                                Map.Entry::getKey,
                                () -> new EnumMap<>(Account.class),
                                mapping(Map.Entry::getValue, toList())));
    }

    private static Optional<Transfer> pending(Session session, Transfer.Pending pending) {
        return session.first(
                """
                SELECT * FROM transfers WHERE key = ?
                    AND NOT EXISTS (SELECT 1 FROM transfers WHERE key = ?)
                """,
                TransferRows::read,
                pending.key(),
                pending.undone());
    }

    private static void add(Session session, Transfer transfer) {
        INSERT.run(session, transfer);
        BudgetRows.add(session, transfer);
    }

    private static Transfer read(Row row) {
        String attempt = row.text("attempt_id");
        return new Transfer(
                row.text("key"),
                ACCOUNTS.value(row.text("credited")),
                ACCOUNTS.value(row.text("debited")),
                Objects.requireNonNull(Amounts.of(row, "micros", "currency")),
                row.text("client"),
                row.text("provider"),
                attempt.isEmpty() ? null : new AttemptId(attempt),
                row.instant("at"),
                row.instant("counts_at"));
    }

    /** The column cannot be empty; what belongs to no attempt names none. */
    private static String id(@Nullable AttemptId attempt) {
        return attempt == null ? "" : attempt.value();
    }
}
