package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.money.Money;
import dev.vignette.store.Allowance;
import dev.vignette.store.Planned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Attempts that are to be added.
 *
 * @param production to which
 * @param attempts all preparing, at least one, at one provider where an allowance holds
 * @param why why at that provider
 * @param budgets those that cover the client
 * @param at when
 */
record Plan(
        ProductionId production,
        List<Attempt> attempts,
        RoutingRecord why,
        List<Budget> budgets,
        Instant at) {

    /** Adds them, if they may be. */
    Planned write(Session session, Optional<Allowance> allowance) {
        ProductionRows.lock(session, production);
        boolean open = ProductionRows.open(session, production);
        if (!follows(session) || !(open || ordered())) {
            return Planned.OUTDATED;
        }
        if (allowance.isPresent() && exceeds(session, allowance.get())) {
            return Planned.OVER_ALLOWANCE;
        }
        String client = ProductionRows.client(session, production);
        if (TransferRows.hold(session, attempts, client, budgets, at).isPresent()) {
            return Planned.OVER_BUDGET;
        }
        attempts.forEach(attempt -> AttemptRows.add(session, attempt, at));
        RoutingRows.add(session, production, attempts, why);
        if (ordered()) {
            AgendaRows.callBack(session, production, at);
        }
        return Planned.DONE;
    }

    /** Whether an operator wants all of them. */
    private boolean ordered() {
        return attempts.stream().allMatch(attempt -> attempt.mandate() == Mandate.OPERATOR);
    }

    private boolean follows(Session session) {
        int last = AttemptRows.last(session, production);
        for (Attempt attempt : attempts) {
            last++;
            if (attempt.number() != last) {
                return false;
            }
        }
        return true;
    }

    /** Whether these and the others that count come to more than that. */
    private boolean exceeds(Session session, Allowance allowance) {
        String provider = attempts.getFirst().provider();
        String currency = allowance.limit().currency().getCurrencyCode();
        session.lock("allowance " + provider);
        long before =
                session.first(
                                """
                                SELECT COALESCE(SUM(COALESCE(amount_micros, at_risk_micros)), 0)
                                    AS spent
                                FROM attempts LEFT JOIN charges ON attempt_id = attempts.id
                                    AND generation_id IS NOT NULL AND type = 'charge'
                                WHERE attempts.provider = ? AND mandate = ?
                                    AND planned_at >= ?
                                    AND COALESCE(currency, at_risk_currency) = ?
                                """,
                                row -> row.number("spent"),
                                provider,
                                mandate().wireName(),
                                Times.number(allowance.since()),
                                currency)
                        .orElseThrow();
        return before + atRisk(currency) > allowance.limit().micros();
    }

    private Mandate mandate() {
        return attempts.getFirst().mandate();
    }

    private long atRisk(String currency) {
        return attempts.stream()
                .filter(attempt -> attempt.mandate() == mandate())
                .map(Attempt::atRisk)
                .flatMap(Stream::ofNullable)
                .filter(money -> money.currency().getCurrencyCode().equals(currency))
                .mapToLong(Money::micros)
                .sum();
    }
}
