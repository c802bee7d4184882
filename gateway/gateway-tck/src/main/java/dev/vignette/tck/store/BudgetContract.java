package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Account;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.BudgetPeriod;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.Acceptance;
import dev.vignette.store.Planned;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every {@link dev.vignette.store.BudgetStore} promises, and what the stores that write
 * attempts promise of budgets. A purchase of two attempts may cost 0.16 dollars.
 */
public interface BudgetContract extends StoresUnderTest {

    @Test
    default void countsWhatIsHeldAndThenWhatIsSpent() {
        Proposal.Buy buy = accepted(Purchase.valid(), daily("shop", "1.00"));
        assertThat(used("shop")).isEqualTo(Progress.usd("0.16"));

        conclude(buy, 0, new Cost(Progress.usd("0.05"), Certainty.REPORTED));
        assertThat(used("shop")).isEqualTo(Progress.usd("0.13"));

        conclude(buy, 1, new Cost(Progress.usd("0"), Certainty.PRICE_BOOK));
        assertThat(used("shop")).isEqualTo(Progress.usd("0.05"));
        assertThat(used(null)).isEqualTo(Progress.usd("0.05"));
        assertThat(used("other")).isEqualTo(Progress.usd("0"));
    }

    @Test
    default void acceptsUpToTheLastMicroOfABudget() {
        assertThat(accept(Purchase.valid(), daily("shop", "0.32")))
                .isInstanceOf(Acceptance.Accepted.class);
        assertThat(accept(Purchase.valid(), daily("shop", "0.32")))
                .isInstanceOf(Acceptance.Accepted.class);
        assertThat(accept(Purchase.valid(), daily("shop", "0.32")))
                .isInstanceOf(Acceptance.OverBudget.class);
    }

    @Test
    default void leavesNothingBehindOfWhatABudgetRefused() {
        Budget small = daily("shop", "0.159999");
        Proposal.Buy buy = within(Purchase.valid().claiming("key", "a").proposal(), List.of(small));

        assertThat(generations().accept(buy))
                .isEqualTo(
                        new Acceptance.OverBudget(
                                new BudgetUse(
                                        small,
                                        Progress.usd("0"),
                                        Instant.parse("2026-11-20T00:00:00Z"),
                                        Instant.parse("2026-11-21T00:00:00Z"))));

        assertThat(generations().find(buy.generation().id())).isEmpty();
        assertThat(generations().claimed("shop", "key")).isEmpty();
        assertThat(used("shop")).isEqualTo(Progress.usd("0"));
    }

    @Test
    default void holdsNothingWhenOneOfSeveralBudgetsRefuses() {
        assertThat(accept(Purchase.valid(), daily("shop", "1.00"), monthly(null, "0.10")))
                .isInstanceOf(Acceptance.OverBudget.class);

        assertThat(used("shop")).isEqualTo(Progress.usd("0"));
    }

    @Test
    default void isNotOvershotByManyAtOnce() {
        List<Acceptance> acceptances =
                AtOnce.times(20, _ -> accept(Purchase.valid(), monthly(null, "0.80")));

        assertThat(acceptances).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(5);
        assertThat(used(null)).isEqualTo(Progress.usd("0.80"));
    }

    @Test
    default void countsFromTheBeginningOfThePeriodWhenItIsConfiguredLater() {
        Proposal.Buy buy = accepted(Purchase.valid());
        conclude(buy, 0, new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK));

        assertThat(accept(Purchase.valid(), monthly("shop", "0.31")))
                .isInstanceOf(Acceptance.OverBudget.class);
        assertThat(accept(Purchase.valid(), monthly("shop", "0.32")))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void renewsWithThePeriodAndNotForTheOther() {
        accepted(Purchase.valid(), daily("shop", "0.16"), monthly("shop", "0.32"));
        clock().set(Instant.parse("2026-11-21T00:00:00Z"));

        assertThat(accept(Purchase.valid(), daily("shop", "0.16"), monthly("shop", "0.32")))
                .isInstanceOf(Acceptance.Accepted.class);
        clock().set(Instant.parse("2026-11-22T00:00:00Z"));
        assertThat(accept(Purchase.valid(), daily("shop", "0.16"), monthly("shop", "0.32")))
                .isInstanceOf(Acceptance.OverBudget.class);
        clock().set(Instant.parse("2026-12-01T00:00:00Z"));
        assertThat(accept(Purchase.valid(), daily("shop", "0.16"), monthly("shop", "0.32")))
                .isInstanceOf(Acceptance.Accepted.class);
    }

    @Test
    default void refusesAPriceInAnotherCurrency() {
        Budget euros =
                new Budget(
                        "shop",
                        new Money(10_000_000, Currency.getInstance("EUR")),
                        BudgetPeriod.DAY,
                        List.of());

        assertThat(accept(Purchase.valid(), euros)).isInstanceOf(Acceptance.OverBudget.class);
    }

    @Test
    default void plansNoAttemptThatABudgetDoesNotAllow() {
        Proposal.Buy buy = accepted(Purchase.valid());
        Attempt third = Purchase.attempt(buy.production().id(), 3);

        assertThat(plan(third, daily("shop", "0.23"))).isEqualTo(Planned.OVER_BUDGET);
        assertThat(productions().find(buy.production().id()).orElseThrow().attempts()).hasSize(2);
        assertThat(plan(third, daily("shop", "0.24"))).isEqualTo(Planned.DONE);
    }

    @Test
    default void keepsInSuspenseWhatAnUnpricedAttemptMayHaveCost() {
        Proposal.Buy buy = accepted(Purchase.valid());
        Charge lost = conclude(buy, 0, Cost.UNPRICED);
        conclude(buy, 1, new Cost(Progress.usd("0"), Certainty.PRICE_BOOK));

        assertThat(balance(Account.SUSPENSE)).contains(Progress.usd("0.08"));
        assertThat(used("shop")).isEqualTo(Progress.usd("0.08"));

        ledger().correct(List.of(correction(lost, "0.03", "invoice/1")));

        assertThat(balance(Account.SUSPENSE)).contains(Progress.usd("0"));
        assertThat(balance(Account.SPENT)).contains(Progress.usd("0.03"));
        assertThat(used("shop")).isEqualTo(Progress.usd("0.03"));
    }

    @Test
    default void movesEveryAmountFromOneAccountToAnother() {
        Proposal.Buy buy = accepted(Purchase.valid());
        Charge charge = conclude(buy, 0, new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK));
        conclude(buy, 1, new Cost(Progress.usd("0.07"), Certainty.PRICE_BOOK));
        ledger().correct(List.of(correction(charge, "-0.02", "invoice/1")));

        assertThat(balance(Account.HELD)).contains(Progress.usd("0"));
        assertThat(balance(Account.COMMITTED)).contains(Progress.usd("0"));
        assertThat(balance(Account.SPENT)).contains(Progress.usd("0.13"));
        assertThat(balance(Account.PAYABLE)).contains(Progress.usd("-0.13"));
        assertThat(budgets().transfers(buy.production().attempts().getFirst().id()))
                .extracting(made -> made.key().substring(0, made.key().indexOf('/')))
                .containsExactlyInAnyOrder("hold", "release", "charge", "correction");
    }

    /** What of a day's budget is used. */
    private Money used(@Nullable String client) {
        return budgets().use(List.of(daily(client, "1.00")), Purchase.AT).getFirst().used();
    }

    private Optional<Money> balance(Account account) {
        return budgets().balances().getOrDefault(account, List.of()).stream().findFirst();
    }

    private Acceptance accept(Purchase purchase, Budget... budgets) {
        return generations().accept(within(purchase.proposal(), List.of(budgets)));
    }

    private Proposal.Buy accepted(Purchase purchase, Budget... budgets) {
        Proposal.Buy buy = within(purchase.proposal(), List.of(budgets));
        assertThat(generations().accept(buy)).isInstanceOf(Acceptance.Accepted.class);
        return buy;
    }

    private Planned plan(Attempt attempt, Budget budget) {
        return productions()
                .plan(
                        attempt.production(),
                        List.of(attempt),
                        Purchase.WHY,
                        Optional.empty(),
                        List.of(budget));
    }

    private Charge conclude(Proposal.Buy buy, int index, Cost cost) {
        Attempt ended = Progress.succeeded(buy.production().attempts().get(index));
        Charge charge = Progress.charge(buy, ended, cost, Progress.ENDED);
        assertThat(productions().conclude(ended, charge, List.of())).isTrue();
        return charge;
    }

    private static Correction correction(Charge charge, String amount, String key) {
        return new Correction(
                Purchase.id("cor_"),
                Progress.ENDED.plusSeconds(60),
                charge.id(),
                charge.at(),
                charge.work(),
                Billing.of(new Cost(Progress.usd(amount), Certainty.REPORTED)),
                Correction.Source.INVOICE,
                key,
                "The invoice says so.");
    }

    private static Proposal.Buy within(Proposal.Buy buy, List<Budget> budgets) {
        return new Proposal.Buy(
                buy.generation(), buy.production(), buy.why(), budgets, buy.joins(), buy.claim());
    }

    private static Budget daily(@Nullable String client, String limit) {
        return new Budget(client, Progress.usd(limit), BudgetPeriod.DAY, List.of());
    }

    private static Budget monthly(@Nullable String client, String limit) {
        return new Budget(client, Progress.usd(limit), BudgetPeriod.MONTH, List.of());
    }
}
