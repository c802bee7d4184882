package dev.vignette.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.RoutingRecord.Reason;
import dev.vignette.money.Money;
import dev.vignette.portrait.Fit;
import dev.vignette.portrait.Member;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Usage;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is bought when pictures did not come, and for how much. */
final class FailoverTest {
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
    void topsUpAtTheNextProviderWhatDidNotCome() {
        first.accepts().thenDelivers(3);

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.series());

            assertThat(second.orders()).extracting(Order::count).containsExactly(1);
            assertThat(made.production().pictures()).hasSize(4);
            assertThat(made.production().fit()).isEmpty();
            assertThat(made.production().attempts())
                    .extracting(Attempt::mandate)
                    .containsExactly(Mandate.ASKED, Mandate.TOP_UP);
            assertThat(made.cost().amount()).contains(dollars("0.132"));
            assertThat(made.routing())
                    .extracting(kept -> kept.why().reason())
                    .containsExactly(Reason.WEIGHT, Reason.TOP_UP);
        }
    }

    @Test
    void deliversWithAShortfallWhenNobodyElseMayServe() {
        first.accepts().thenDelivers(3);

        try (House open = house.open()) {
            assertShortfall(open.make(Asks.series().providers("first")));
            assertThat(first.submits()).isOne();
        }
    }

    @Test
    void deliversWithAShortfallWhenToppingUpWouldCostTooMuch() {
        first.accepts().thenDelivers(3);
        ScriptedProvider dear = new ScriptedProvider("dear");
        house.rules.serve(dear);
        house.rules.price(dear, "0.05");

        try (House open = house.open()) {
            Asks asks = Asks.series().providers("first", "dear");

            assertShortfall(open.make(asks.maxCost(dollars("0.169"))));
            assertThat(dear.submits()).isZero();
        }
    }

    @Test
    void deliversWithAShortfallWhenTheBudgetForThatIsUsedUp() {
        first.accepts().thenDelivers(3);
        house.rules.failover(new Failover(20, Optional.of(dollars("0.011"))));

        try (House open = house.open()) {
            assertShortfall(open.make(Asks.series()));
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void doesNotBuyTwiceWhatWasPaidAndIsLostAltogether() {
        first.accepts()
                .then(
                        new Progress.Ended(
                                ProviderFailure.of(FailureKind.LOST, "scripted"), Usage.UNKNOWN));

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot());

            assertThat(Failed.code(made)).isEqualTo(FailureCode.OUTPUT_LOST);
            assertThat(second.submits()).isZero();
        }
    }

    @Test
    void givesUpWhenSoManyAttemptsCameToNothing() {
        first.refuses(FailureKind.UNAVAILABLE);
        second.refuses(FailureKind.UNAVAILABLE);
        house.rules.failover(new Failover(2, Optional.empty()));

        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot());

            assertThat(Failed.code(made)).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
            assertThat(made.production().attempts()).hasSize(2);
        }
    }

    @Test
    void choosesWhoIsCheapEnoughAndSaysWhyTheOtherIsNot() {
        try (House open = house.open()) {
            Snapshot made = open.make(Asks.headshot().maxCost(dollars("0.02")));

            assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
            assertThat(first.submits()).isZero();
            assertThat(made.routing().getFirst().why().considered())
                    .filteredOn(considered -> considered.provider().equals("first"))
                    .extracting(considered -> considered.ruledOut())
                    .containsExactly("it costs 0.04 USD, and max_cost leaves 0.02 USD");
        }
    }

    @Test
    void refusesBeforeSpendingWhatNobodyMakesForThat() {
        try (House open = house.open()) {
            Creation creation =
                    open.front().create(House.APP, Asks.series().maxCost(dollars("0.01")).ask());

            assertThat(creation)
                    .isInstanceOfSatisfying(
                            Creation.TooDear.class,
                            tooDear -> assertThat(tooDear.candidates()).hasSize(2));
            assertThat(open.rows.atRest()).isTrue();
        }
    }

    @Test
    void keepsNothingWithinALimitWhosePriceIsUnknown() {
        ScriptedProvider third = new ScriptedProvider("third");
        house.rules.serve(third);

        try (House open = house.open()) {
            Asks asks = Asks.headshot().providers("third").maxCost(dollars("100"));

            assertThat(open.front().create(House.APP, asks.ask()))
                    .isInstanceOf(Creation.TooDear.class);
            assertThat(third.submits()).isZero();
        }
    }

    private static void assertShortfall(Snapshot made) {
        assertThat(made.generation().state()).isInstanceOf(GenerationState.Succeeded.class);
        assertThat(made.production().pictures()).hasSize(3);
        assertThat(made.production().fit())
                .containsExactly(
                        new Fit(Member.COUNT, Fit.Outcome.SHORTFALL, "asked for 4, delivered 3"));
    }

    private static Money dollars(String amount) {
        return Money.of(new BigDecimal(amount), Pricing.DEFAULT_CURRENCY);
    }
}
