package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.Allowance;
import dev.vignette.store.Planned;
import dev.vignette.store.Proposal;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.vignette.store.ProductionStore} promises of attempts that may cost
 * something in vain.
 */
public interface AllowanceContract extends StoresUnderTest {

    @Test
    default void addsWhatMayBeSpentInVainToTheLastCent() {
        Proposal.Buy buy = bought();

        assertThat(resubmit(buy, 3, "0.20", "0.50")).isEqualTo(Planned.DONE);
        assertThat(resubmit(buy, 4, "0.30", "0.50")).isEqualTo(Planned.DONE);
        assertThat(resubmit(buy, 5, "0.01", "0.50")).isEqualTo(Planned.OVER_ALLOWANCE);

        assertThat(attempts(buy)).hasSize(4);
    }

    @Test
    default void countsAllProductionsOfAProvider() {
        resubmit(bought(), 3, "0.40", "0.50");

        assertThat(resubmit(bought(), 3, "0.11", "0.50")).isEqualTo(Planned.OVER_ALLOWANCE);
    }

    @Test
    default void spendsNoMoreThanAllowedHoweverManyWantTo() {
        List<Proposal.Buy> many = IntStream.range(0, 20).mapToObj(_ -> bought()).toList();

        List<Planned> planned =
                AtOnce.times(many.size(), i -> resubmit(many.get(i), 3, "0.10", "0.50"));

        assertThat(planned).filteredOn(Planned.DONE::equals).hasSize(5);
        assertThat(planned).filteredOn(Planned.OVER_ALLOWANCE::equals).hasSize(15);
    }

    @Test
    default void countsWhatItCostOnceThatIsKnown() {
        Proposal.Buy buy = bought();
        resubmit(buy, 3, "0.40", "0.50");
        Attempt ended = Progress.succeeded(attempts(buy).getLast());
        Cost cost = new Cost(Progress.usd("0.10"), Certainty.PRICE_BOOK);
        productions().conclude(ended, Progress.charge(buy, ended, cost, Progress.ENDED), List.of());

        assertThat(resubmit(buy, 4, "0.40", "0.50")).isEqualTo(Planned.DONE);
    }

    @Test
    default void countsWhatWasAtRiskWhenItsCostIsNotKnown() {
        Proposal.Buy buy = bought();
        resubmit(buy, 3, "0.40", "0.50");
        Attempt ended = Progress.succeeded(attempts(buy).getLast());
        productions()
                .conclude(
                        ended,
                        Progress.charge(buy, ended, Cost.UNPRICED, Progress.ENDED),
                        List.of());

        assertThat(resubmit(buy, 4, "0.11", "0.50")).isEqualTo(Planned.OVER_ALLOWANCE);
    }

    @Test
    default void countsNothingOfAnotherTimeCurrencyOrMandate() {
        Proposal.Buy buy = bought();
        resubmit(buy, 3, "0.40", "0.50");
        clock().advance(Duration.ofHours(1));
        Money euros = Money.of(new BigDecimal("0.40"), Currency.getInstance("EUR"));
        Attempt abroad = Purchase.attempt(buy.production().id(), 4, euros).resubmitted();
        productions()
                .plan(
                        buy.production().id(),
                        List.of(abroad),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());
        Attempt asked = Purchase.attempt(buy.production().id(), 5);
        productions()
                .plan(
                        buy.production().id(),
                        List.of(asked),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());

        Instant now = clock().instant();
        assertThat(resubmit(buy, 6, "0.50", new Allowance(now, Progress.usd("0.50"))))
                .isEqualTo(Planned.DONE);
    }

    @Test
    default void keepsWhyAnAttemptMaySpendAndWhatItRisks() {
        Proposal.Buy buy = bought();
        Attempt third = third(buy, 3, "0.40");

        productions()
                .plan(
                        buy.production().id(),
                        List.of(third),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of());

        assertThat(attempts(buy)).contains(third);
    }

    private Proposal.Buy bought() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        return buy;
    }

    private Planned resubmit(Proposal.Buy buy, int number, String atRisk, String limit) {
        return resubmit(buy, number, atRisk, new Allowance(Purchase.AT, Progress.usd(limit)));
    }

    private Planned resubmit(Proposal.Buy buy, int number, String atRisk, Allowance allowance) {
        return productions()
                .plan(
                        buy.production().id(),
                        List.of(third(buy, number, atRisk)),
                        Purchase.WHY,
                        Optional.of(allowance),
                        List.of());
    }

    private static Attempt third(Proposal.Buy buy, int number, String atRisk) {
        return Purchase.attempt(buy.production().id(), number, Progress.usd(atRisk)).resubmitted();
    }

    private List<Attempt> attempts(Proposal.Buy buy) {
        return productions().find(buy.production().id()).orElseThrow().attempts();
    }
}
