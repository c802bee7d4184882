package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.FailureCode;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetPeriod;
import dev.vignette.money.Money;
import dev.vignette.portrait.CacheMode;
import dev.vignette.provider.FailureKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a budget lets be bought. The first provider takes 0.04 dollars a picture. */
final class BudgetTest {
    private final ScriptedProvider first = new ScriptedProvider("first");
    private final ScriptedProvider second = new ScriptedProvider("second");
    private final House house = new House();

    @BeforeEach
    void price() {
        house.rules.serve(first, second);
        house.rules.price(first, "0.04");
        house.rules.price(second, "0.012");
    }

    @Test
    void refusesWhatIsMoreThanIsLeftAndSaysHowMuchIsLeftUntilWhen() {
        house.rules.budgets(daily("app", "0.25"));

        try (House open = house.open()) {
            open.make(Asks.series());
            Creation refused = create(open, Asks.series().cache(CacheMode.OFF).providers("first"));

            assertThat(refused).isInstanceOf(Creation.OverBudget.class);
            Creation.OverBudget over = (Creation.OverBudget) refused;
            assertThat(over.use().left()).isEqualTo(dollars("0.09"));
            assertThat(over.use().renews()).isAfter(open.clock.instant());
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void goesToWhomItCanStillAfford() {
        house.rules.budgets(daily(null, "0.19"));

        try (House open = house.open()) {
            open.make(Asks.series());
            open.make(Asks.headshot().cache(CacheMode.OFF).providers("second"));
            Snapshot cheaper = open.make(Asks.headshot());

            assertThat(cheaper.production().attempts())
                    .extracting(Attempt::provider)
                    .containsExactly("second");
            assertThat(create(open, Asks.headshot().cache(CacheMode.OFF)))
                    .isInstanceOf(Creation.OverBudget.class);
        }
    }

    @Test
    void countsNothingForWhatTheCacheServes() {
        house.rules.budgets(daily("app", "0.16"));

        try (House open = house.open()) {
            open.make(Asks.series());

            assertThat(create(open, Asks.series())).isInstanceOf(Creation.Created.class);
        }
    }

    @Test
    void buysNoReplacementThatIsMoreThanIsLeft() {
        first.refuses(FailureKind.CREDENTIALS);
        ScriptedProvider dear = new ScriptedProvider("dear");
        house.rules.serve(dear);
        house.rules.price(dear, "0.05");
        house.rules.budgets(daily("app", "0.04"));

        try (House open = house.open()) {
            Snapshot failed = open.make(Asks.headshot().providers("first", "dear"));

            assertThat(Failed.code(failed)).isEqualTo(FailureCode.PROVIDER_CREDENTIALS);
            assertThat(dear.submits()).isZero();
            assertThat(open.rows.budgets().balances().get(Account.HELD))
                    .containsExactly(dollars("0"));
        }
    }

    @Test
    void buysNothingWhosePriceNobodyKnows() {
        ScriptedProvider unknown = new ScriptedProvider("unknown");
        house.rules.serve(unknown);
        house.rules.budgets(daily("app", "100.00"));

        try (House open = house.open()) {
            assertThat(create(open, Asks.headshot().providers("unknown")))
                    .isInstanceOf(Creation.OverBudget.class);
            assertThat(unknown.submits()).isZero();
        }
    }

    private static Creation create(House open, Asks asks) {
        return open.front().create(House.APP, asks.ask());
    }

    private static Budget daily(@Nullable String client, String limit) {
        return new Budget(client, dollars(limit), BudgetPeriod.DAY, List.of(80));
    }

    private static Money dollars(String amount) {
        return Money.of(new BigDecimal(amount), Pricing.DEFAULT_CURRENCY);
    }
}
