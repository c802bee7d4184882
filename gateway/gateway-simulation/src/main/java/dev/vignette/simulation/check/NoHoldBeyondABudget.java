package dev.vignette.simulation.check;

import static java.util.stream.Collectors.toSet;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.Transfer;
import dev.vignette.simulation.world.World;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What was found afterwards may go beyond a budget, for it is bought already, and so may what an
 * operator orders; nothing else is even begun.
 */
final class NoHoldBeyondABudget implements Invariant {
    @Override
    public String number() {
        return "I6";
    }

    @Override
    public String sentence() {
        return "nothing is held that would bring what is spent and held beyond a budget";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        if (world.operator().budgets().isEmpty()) {
            return;
        }
        Set<AttemptId> ordered =
                world.rows().allProductions().stream()
                        .flatMap(production -> production.attempts().stream())
                        .filter(attempt -> attempt.mandate() == Mandate.OPERATOR)
                        .map(Attempt::id)
                        .collect(toSet());
        world.operator().budgets().forEach(budget -> check(world, budget, ordered, broken));
    }

    private static void check(
            World world, Budget budget, Set<AttemptId> ordered, Consumer<String> broken) {
        Map<Instant, Long> used = new HashMap<>();
        for (Transfer transfer : world.rows().allTransfers()) {
            long by =
                    used.merge(budget.per().begin(transfer.countsAt()), transfer.used(), Long::sum);
            if (transfer.to() == Account.HELD
                    && !ordered.contains(transfer.attempt())
                    && by > budget.limit().micros()) {
                broken.accept(
                        "%s brought it to %d of %d millionths"
                                .formatted(transfer.key(), by, budget.limit().micros()));
            }
        }
    }
}
