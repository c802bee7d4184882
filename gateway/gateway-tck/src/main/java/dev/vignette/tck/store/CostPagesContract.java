package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.generation.RoutingRecord.Considered;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostPages.Done;
import dev.vignette.store.CostPages.Extent;
import dev.vignette.store.CostPages.Saving;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link CostPages} promises. */
public interface CostPagesContract extends StoresUnderTest {

    /** A charge that is in dollars. */
    Cost DOLLARS = new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK);

    /** The month everything happens in. */
    Instant FROM = Instant.parse("2026-11-01T00:00:00Z");

    /** The month after it. */
    Instant TO = Instant.parse("2026-12-01T00:00:00Z");

    /** What reads page by page. */
    CostPages pages();

    @Test
    default void readsEveryLineOfAPeriodOnce() {
        for (int i = 0; i < 3; i++) {
            bought(Progress.ENDED, DOLLARS, DOLLARS);
        }
        ledger().correct(List.of(correction(charges().getFirst(), Progress.ENDED, "0.02")));

        List<Long> places = new ArrayList<>();
        Extent extent = pages().extent(FROM, TO);
        List<LedgerEntry> page = pages().lines(extent, 0, 2);
        while (!page.isEmpty()) {
            page.forEach(entry -> places.add(entry.sequence()));
            page = pages().lines(extent, page.getLast().sequence(), 2);
        }

        assertThat(places).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }

    @Test
    default void keepsToThePeriod() {
        bought(TO.minusNanos(1), DOLLARS);
        bought(TO, DOLLARS);
        bought(FROM, DOLLARS);
        bought(FROM.minusNanos(1), DOLLARS);

        Extent extent = pages().extent(FROM, TO);

        assertThat(extent.last()).isEqualTo(3);
        assertThat(pages().lines(extent, 0, 9))
                .extracting(LedgerEntry::sequence)
                .containsExactly(1L, 3L);
        assertThat(pages().done(extent, 0, 9)).extracting(Done::sequence).containsExactly(1L, 3L);
    }

    @Test
    default void doesNotSeeWhatComesLater() {
        bought(Progress.ENDED, DOLLARS);
        Extent extent = pages().extent(FROM, TO);

        bought(Progress.ENDED, DOLLARS);

        assertThat(pages().lines(extent, 0, 9)).hasSize(1);
        assertThat(pages().done(extent, 0, 9)).hasSize(1);
    }

    @Test
    default void countsLinesWithoutAnAmount() {
        bought(Progress.ENDED, DOLLARS, Cost.UNPRICED);
        bought(TO, Cost.UNPRICED);

        assertThat(pages().extent(FROM, TO).unpriced()).isEqualTo(1);
        assertThat(pages().extent(TO, TO.plusSeconds(1)).unpriced()).isEqualTo(1);
    }

    @Test
    default void findsNothingInAnEmptyPeriod() {
        bought(TO, DOLLARS);
        Extent extent = pages().extent(FROM, TO);

        assertThat(extent.last()).isZero();
        assertThat(pages().lines(extent, 0, 9)).isEmpty();
        assertThat(pages().done(extent, 0, 9)).isEmpty();
        assertThat(pages().savings(FROM, TO, null, 9)).isEmpty();
    }

    @Test
    default void knowsWhatAChargeCostsWithItsCorrectionsWheneverTheyWereMade() {
        bought(Progress.ENDED, DOLLARS, Cost.UNPRICED, Cost.UNPRICED);
        List<Charge> charges = charges();
        ledger().correct(
                        List.of(
                                correction(charges.get(0), Progress.ENDED, "-0.01"),
                                correction(charges.get(0), TO, "0.03"),
                                correction(charges.get(1), TO, "0.05")));

        assertThat(pages().done(pages().extent(FROM, TO), 0, 9))
                .extracting(Done::cost)
                .containsExactly(Progress.usd("0.10"), Progress.usd("0.05"), null);
    }

    @Test
    default void knowsNoCostInTwoCurrencies() {
        bought(Progress.ENDED, DOLLARS, Cost.UNPRICED);
        Money euro = new Money(10_000, Currency.getInstance("EUR"));
        ledger().correct(
                        List.of(
                                correction(charges().get(0), TO, euro, "euro"),
                                correction(charges().get(1), TO, euro, "one"),
                                correction(charges().get(1), TO, Progress.usd("0.01"), "two")));

        assertThat(pages().done(pages().extent(FROM, TO), 0, 9))
                .extracting(Done::cost)
                .containsExactly(null, null);
    }

    @Test
    default void marksTheFirstChargeOfEachGenerationInThePeriod() {
        Proposal.Buy over = Purchase.valid().proposal();
        generations().accept(over);
        charge(over, 0, DOLLARS, FROM.minusSeconds(1));
        charge(over, 1, DOLLARS, FROM);
        bought(Progress.ENDED, DOLLARS, DOLLARS);

        assertThat(pages().done(pages().extent(FROM, TO), 0, 9))
                .extracting(Done::first)
                .containsExactly(true, true, false);
        assertThat(pages().done(pages().extent(FROM.minusSeconds(1), TO), 0, 9))
                .extracting(Done::first)
                .containsExactly(true, false, true, false);
    }

    @Test
    default void knowsWhoCouldHaveDoneItByEveryRecordOfTheProduction() {
        Proposal.Buy buy = bought(Progress.ENDED, DOLLARS);
        RoutingRecord later =
                new RoutingRecord(
                        Progress.ENDED,
                        RoutingRecord.Reason.FAILOVER,
                        "spare",
                        2,
                        List.of(
                                considered("spare", null, true),
                                considered("resting", "it is paused by the operator", true),
                                considered("old", null, false),
                                considered("other", "size: is fixed", false)));
        productions()
                .plan(
                        buy.production().id(),
                        List.of(Purchase.attempt(buy.production().id(), 3)),
                        later,
                        Optional.empty(),
                        List.of());

        List<Done> done = pages().done(pages().extent(FROM, TO), 0, 9);

        assertThat(done).hasSize(1);
        assertThat(done.getFirst().able())
                .isEqualTo(Set.of("replicate", "spare", "resting", "old"));
        assertThat(done.getFirst().charge()).isEqualTo(charges().getFirst());
    }

    @Test
    default void readsSavingsPageByPage() {
        Proposal.Buy buy = bought(Progress.ENDED, DOLLARS, DOLLARS);
        List<Generation> hits =
                List.of(
                        GenerationStoreContract.hit(buy),
                        GenerationStoreContract.hit(buy),
                        GenerationStoreContract.hit(buy));
        hits.forEach(hit -> generations().accept(new Proposal.Take(hit, null)));

        List<Saving> first = pages().savings(FROM, TO, null, 2);
        List<Saving> second = pages().savings(FROM, TO, first.getLast(), 2);

        assertThat(first).hasSize(2);
        assertThat(second).hasSize(1);
        assertThat(first.getFirst())
                .isEqualTo(
                        new Saving(
                                hits.getFirst().id(),
                                Progress.FINISHED,
                                hits.getFirst().client(),
                                hits.getFirst().request().portrait().kind(),
                                hits.getFirst().request().labels(),
                                Progress.AVOIDED));
        assertThat(second.getFirst().generation()).isEqualTo(hits.getLast().id());
        assertThat(pages().savings(FROM, TO, second.getLast(), 2)).isEmpty();
        assertThat(pages().savings(FROM, Progress.FINISHED, null, 2)).isEmpty();
        assertThat(pages().savings(Progress.FINISHED, TO, null, 9)).hasSize(3);
        assertThat(pages().savings(Progress.FINISHED.plusNanos(1), TO, null, 9)).isEmpty();
    }

    private static Considered considered(String who, @Nullable String out, boolean fits) {
        return new Considered(who, "share", 1, out, "closed", 0, Cost.UNPRICED, fits);
    }

    private List<Charge> charges() {
        return ledger().after(0, 100).stream()
                .map(LedgerEntry::line)
                .filter(Charge.class::isInstance)
                .map(Charge.class::cast)
                .toList();
    }

    private static Correction correction(Charge charge, Instant at, String difference) {
        return correction(charge, at, Progress.usd(difference), difference);
    }

    private static Correction correction(Charge charge, Instant at, Money money, String key) {
        return new Correction(
                Purchase.id("cor_"),
                at,
                charge.id(),
                charge.at(),
                charge.work(),
                Billing.of(new Cost(money, Certainty.REPORTED)),
                Correction.Source.INVOICE,
                charge.id() + key,
                "The invoice says otherwise.");
    }

    /** Accepts a purchase and ends its attempts at these costs. */
    private Proposal.Buy bought(Instant at, Cost... costs) {
        Proposal.Buy buy = Purchase.valid().attempts(Math.max(2, costs.length)).proposal();
        generations().accept(buy);
        for (int i = 0; i < costs.length; i++) {
            charge(buy, i, costs[i], at);
        }
        return buy;
    }

    private void charge(Proposal.Buy buy, int attempt, Cost cost, Instant at) {
        Attempt ended = Progress.succeeded(buy.production().attempts().get(attempt));
        productions().conclude(ended, Progress.charge(buy, ended, cost, at), List.of());
    }
}
