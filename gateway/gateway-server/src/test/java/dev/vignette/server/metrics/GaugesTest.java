package dev.vignette.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.generation.Attempt;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.store.Allowance;
import dev.vignette.store.Proposal;
import dev.vignette.tck.SettableClock;
import dev.vignette.tck.memory.MemoryRows;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GaugesTest {
    private final PrometheusMeterRegistry registry =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Gauges gauges = new Gauges(registry);
    private final SettableClock clock = SettableClock.at(Purchase.AT);
    private final MemoryRows rows = new MemoryRows(clock);

    @Test
    void readsAFigureAnewAtEachScrape() {
        AtomicReference<List<Reading>> paused =
                new AtomicReference<>(List.of(Reading.of(1, "replicate")));
        gauges.show(Figure.PROVIDER_PAUSED, paused::get);

        String before = registry.scrape();
        paused.set(List.of(Reading.of(0, "modelslab")));
        String after = registry.scrape();

        assertThat(before).contains("vignette_provider_paused{provider=\"replicate\"} 1.0");
        assertThat(after)
                .contains("vignette_provider_paused{provider=\"modelslab\"} 0.0")
                .doesNotContain("replicate");
    }

    @Test
    void leavesOutWhatHasNoReadingOrCannotBeRead() {
        gauges.show(Figure.PROVIDER_WAITING, List::of);
        gauges.show(Figure.CONFIG_VERSION, () -> List.of(Reading.of(7)));
        gauges.show(
                Figure.PROVIDER_IN_FLIGHT,
                () -> {
                    throw new IllegalStateException("the database is away");
                });

        assertThat(registry.scrape())
                .contains("vignette_config_version 7.0")
                .doesNotContain("vignette_provider_waiting", "vignette_provider_in_flight");
    }

    @Test
    void tellsHowLongOpenAttemptsAndLinksHave() {
        census(null).begin();
        Proposal.Buy open = bought();
        rows.productions().advance(Progress.sending(open.production().attempts().getFirst()));
        Progress.deliver(rows.productions(), bought());
        clock.set(Progress.ENDED.plus(Duration.ofMinutes(50)));

        assertThat(registry.scrape())
                .contains(
                        "vignette_attempts_open{provider=\"replicate\",state=\"sending\"} 1.0",
                        "vignette_attempts_open{provider=\"replicate\",state=\"review\"} 0.0",
                        "vignette_attempts_oldest_seconds{provider=\"replicate\",state=\"sending\"}"
                                + " 3030.0",
                        "vignette_copies_awaited 4.0",
                        "vignette_copies_deadline_seconds 600.0");
    }

    @Test
    void countsInTheDatabaseAtMostEveryTenSeconds() {
        census(null).begin();
        String none = registry.scrape();
        Progress.deliver(rows.productions(), bought());

        clock.advance(Duration.ofSeconds(9));
        String soon = registry.scrape();
        clock.advance(Duration.ofSeconds(2));
        String later = registry.scrape();

        assertThat(none).contains("vignette_copies_awaited 0.0");
        assertThat(soon).contains("vignette_copies_awaited 0.0");
        assertThat(later).contains("vignette_copies_awaited 4.0");
    }

    @Test
    void tellsHowMuchOfTheDuplicateBudgetIsSpentWhereThereIsOne() {
        census(Progress.usd("0.40")).begin();
        Proposal.Buy buy = bought();
        Attempt again =
                Purchase.attempt(buy.production().id(), 3, Progress.usd("0.30")).resubmitted();
        Allowance allowance = new Allowance(Purchase.AT, Progress.usd("0.40"));
        rows.productions()
                .plan(
                        buy.production().id(),
                        List.of(again),
                        Purchase.WHY,
                        Optional.of(allowance),
                        List.of());

        assertThat(registry.scrape())
                .contains("vignette_budget_used_ratio{scope=\"duplicates\"} 0.75");
    }

    @Test
    void tellsOfNoBudgetWhereThereIsNone() {
        census(null).begin();

        assertThat(registry.scrape())
                .contains("vignette_copies_awaited 0.0")
                .doesNotContain("vignette_budget_used_ratio", "vignette_copies_deadline_seconds");
    }

    private CensusGauges census(@Nullable Money budget) {
        return new CensusGauges(
                gauges,
                rows.census(),
                rows.budgets(),
                Policies.always(() -> policy(budget)),
                clock);
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        rows.generations().accept(buy);
        return buy;
    }

    private static Policy policy(@Nullable Money budget) {
        return new Policy(
                1,
                Map.of(),
                Map.of(),
                Map.of(),
                new PriceList(List.of()),
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                UnknownOutcome.HOLD,
                Optional.ofNullable(budget),
                Failover.USUAL,
                Accounting.PLAIN,
                false);
    }
}
