package dev.vignette.server.metrics;

import static java.util.stream.Collectors.toMap;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.ledger.Budget;
import dev.vignette.money.Money;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.Census;
import dev.vignette.store.Census.OpenAttempts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows what is counted in the database, which is asked at most every ten seconds. */
@Singleton
public final class CensusGauges {
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final List<String> STATES = List.of("sending", "accepted", "unknown", "review");

    private final ReentrantLock lock = new ReentrantLock();
    private final Gauges gauges;
    private final Census census;
    private final BudgetStore budgets;
    private final Policies policies;
    private final Clock clock;
    private @Nullable Count last;

    /** Shows them once {@link #begin} is called. */
    public CensusGauges(
            Gauges gauges, Census census, BudgetStore budgets, Policies policies, Clock clock) {
        this.gauges = gauges;
        this.census = census;
        this.budgets = budgets;
        this.policies = policies;
        this.clock = clock;
    }

    /** Shows them from now on. */
    public void begin() {
        gauges.show(Figure.ATTEMPTS_OPEN, this::open);
        gauges.show(Figure.ATTEMPTS_OLDEST, this::oldest);
        gauges.show(Figure.COPIES_AWAITED, this::awaited);
        gauges.show(Figure.COPIES_DEADLINE, this::deadline);
        gauges.show(Figure.BUDGET_USED, this::budgets);
    }

    /** Zero is told, too, for every provider in use: a line that ends says nothing. */
    private List<Reading> open() {
        List<OpenAttempts> counted = count().open();
        Map<List<String>, Long> counts =
                counted.stream()
                        .collect(
                                toMap(
                                        one -> List.of(one.provider(), one.state()),
                                        OpenAttempts::count));
        Set<String> providers = new TreeSet<>(policies.inForce().providers().keySet());
        counted.forEach(one -> providers.add(one.provider()));
        return providers.stream()
                .flatMap(provider -> STATES.stream().map(state -> List.of(provider, state)))
                .map(key -> reading(counts.getOrDefault(key, 0L), key.get(0), key.get(1)))
                .toList();
    }

    private List<Reading> oldest() {
        Instant now = clock.instant();
        return count().open().stream()
                .map(one -> reading(until(one.oldest(), now), one.provider(), one.state()))
                .toList();
    }

    private List<Reading> awaited() {
        return List.of(Reading.of((double) count().awaited().count()));
    }

    private List<Reading> deadline() {
        Instant death = count().awaited().firstDeath();
        return death == null ? List.of() : List.of(Reading.of(until(clock.instant(), death)));
    }

    private List<Reading> budgets() {
        Optional<Money> budget = budget();
        Stream<Reading> duplicates =
                count().resubmitted().stream()
                        .flatMap(spent -> budget.map(limit -> used(spent, limit)).stream())
                        .map(used -> new Reading(used, Map.of("scope", "duplicates")));
        Stream<Reading> configured =
                count().budgets().stream()
                        .filter(use -> use.budget().limit().micros() > 0)
                        .map(use ->
                                new Reading(
                                        used(use.used(), use.budget().limit()),
                                        Map.of("scope", scope(use.budget()))));
        return Stream.concat(duplicates, configured).toList();
    }

    private static String scope(Budget budget) {
        String whose = budget.client() == null ? "all" : "client:" + budget.client();
        return whose + "/" + budget.per().wireName();
    }

    /** A budget of nothing allows nothing, so that none of it can be used. */
    private Optional<Money> budget() {
        return policies.inForce().duplicateBudget().filter(budget -> budget.micros() > 0);
    }

    private static double used(Money spent, Money budget) {
        return (double) spent.micros() / budget.micros();
    }

    private static Reading reading(double value, String provider, String state) {
        return new Reading(value, Map.of("provider", provider, "state", state));
    }

    private static double until(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }

    private Count count() {
        lock.lock();
        try {
            Count known = last;
            Instant now = clock.instant();
            if (known != null && Duration.between(known.at(), now).abs().compareTo(PAUSE) < 0) {
                return known;
            }
            Count fresh =
                    Count.of(
                            census,
                            now,
                            budget(),
                            budgets.use(policies.inForce().accounting().budgets(), now));
            last = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }
}
