package dev.vignette.server.metrics;

import dev.vignette.ledger.BudgetUse;
import dev.vignette.money.Money;
import dev.vignette.store.Census;
import dev.vignette.store.Census.AwaitedPictures;
import dev.vignette.store.Census.OpenAttempts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What was counted in the database at one moment.
 *
 * @param at when
 * @param open the attempts that have not ended
 * @param awaited the pictures that are not stored
 * @param resubmitted what was spent on orders that perhaps buy twice, within a day; empty where no
 *     budget allows any
 * @param budgets how the configured budgets stand
 */
record Count(
        Instant at,
        List<OpenAttempts> open,
        AwaitedPictures awaited,
        Optional<Money> resubmitted,
        List<BudgetUse> budgets) {
    private static final Duration DAY = Duration.ofDays(1);

    static Count of(Census census, Instant now, Optional<Money> budget, List<BudgetUse> budgets) {
        return new Count(
                now,
                census.open(),
                census.awaited(),
                budget.map(limit -> census.resubmitted(now.minus(DAY), limit.currency())),
                budgets);
    }
}
