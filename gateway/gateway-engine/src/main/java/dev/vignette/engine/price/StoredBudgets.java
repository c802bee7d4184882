package dev.vignette.engine.price;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.store.BudgetStore;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Budgets as all gateways on one database use them. Whoever asks sees to it that operators are told
 * when a share is reached that they want to be told of: once in each period.
 */
public final class StoredBudgets implements Budgets {
    private static final Logger LOG = LoggerFactory.getLogger(StoredBudgets.class);
    private static final int ALL = 100;

    private final BudgetStore store;
    private final Map<Budget, Told> told = new HashMap<>();

    /** What was told of a budget in the period that began then. */
    private record Told(Instant begins, int share) {}

    /** Asks that store. */
    public StoredBudgets(BudgetStore store) {
        this.store = store;
    }

    @Override
    public List<BudgetUse> use(Policy policy, String client, Instant now) {
        List<Budget> covering = policy.accounting().covering(client);
        if (covering.isEmpty()) {
            return List.of();
        }
        List<BudgetUse> uses = store.use(covering, now);
        uses.forEach(this::warn);
        return uses;
    }

    private void warn(BudgetUse use) {
        int reached =
                use.budget().warnings().stream()
                        .filter(share -> share(use) >= share)
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
        if (reached > 0 && isNew(use, reached)) {
            LOG.warn(
                    "The budget of {} for this {} is used to {} %: {} of {} {}. Once nothing is left,"
                            + " what would be bought is refused until {}",
                    Objects.requireNonNullElse(use.budget().client(), "all clients"),
                    use.budget().per().wireName(),
                    share(use),
                    use.used().text(),
                    use.budget().limit().text(),
                    use.budget().limit().currency(),
                    use.renews());
        }
    }

    private synchronized boolean isNew(BudgetUse use, int share) {
        Told before = told.get(use.budget());
        if (before != null && before.begins().equals(use.begins()) && before.share() >= share) {
            return false;
        }
        told.put(use.budget(), new Told(use.begins(), share));
        return true;
    }

    /** In percent, rounded down; a budget of nothing is always used up. */
    private static long share(BudgetUse use) {
        long limit = use.budget().limit().micros();
        return limit == 0 ? ALL : Math.multiplyExact(use.used().micros(), ALL) / limit;
    }
}
