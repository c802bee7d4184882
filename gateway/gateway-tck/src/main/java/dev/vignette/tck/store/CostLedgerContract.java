package dev.vignette.tck.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.Proposal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link dev.vignette.store.CostLedger} promises. */
public interface CostLedgerContract extends StoresUnderTest {

    /** A charge that is in dollars. */
    Cost DOLLARS = new Cost(Progress.usd("0.08"), Certainty.PRICE_BOOK);

    /** A charge that is in euros. */
    Cost EUROS = new Cost(new Money(70_000, Currency.getInstance("EUR")), Certainty.REPORTED);

    @Test
    default void numbersChargesFromOneWithoutGaps() {
        for (int i = 0; i < 5; i++) {
            bought(Purchase.valid(), DOLLARS, DOLLARS);
        }

        assertThat(ledger().after(0, 100))
                .extracting(LedgerEntry::sequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
    }

    @Test
    default void readsOnWhereAReaderStopped() {
        bought(Purchase.valid(), DOLLARS, DOLLARS);

        assertThat(ledger().after(0, 1)).extracting(LedgerEntry::sequence).containsExactly(1L);
        assertThat(ledger().after(1, 1)).extracting(LedgerEntry::sequence).containsExactly(2L);
        assertThat(ledger().after(2, 1)).isEmpty();
    }

    @Test
    default void keepsEveryMemberOfACharge() {
        Proposal.Buy buy = Purchase.valid().proposal();
        generations().accept(buy);
        Attempt ended = Progress.succeeded(buy.production().attempts().getFirst());
        Charge charge = Progress.charge(buy, ended);

        productions().conclude(ended, charge, List.of());

        assertThat(ledger().after(0, 10)).extracting(LedgerEntry::line).containsExactly(charge);
    }

    @Test
    default void findsAChargeByItsName() {
        bought(Purchase.valid(), DOLLARS);
        Charge charge = charges().getFirst();

        assertThat(ledger().find(charge.id())).contains(charge);
        assertThat(ledger().find("chg_unknown")).isEmpty();
    }

    @Test
    default void keepsEveryMemberOfACorrection() {
        bought(Purchase.valid(), DOLLARS);
        Correction correction = correction(charges().getFirst(), "invoice/1");

        assertThat(ledger().correct(List.of(correction))).isEqualTo(1);

        assertThat(ledger().after(1, 10)).containsExactly(new LedgerEntry(2, correction));
        assertThat(ledger().find(correction.id())).isEmpty();
    }

    @Test
    default void correctsOnce() {
        bought(Purchase.valid(), DOLLARS, DOLLARS);
        Correction first = correction(charges().getFirst(), "invoice/1");
        Correction again = correction(charges().getFirst(), "invoice/1");
        Correction other = correction(charges().getLast(), "invoice/2");
        ledger().correct(List.of(first));

        assertThat(ledger().correct(List.of(again, other))).isEqualTo(1);

        assertThat(ledger().after(2, 10))
                .extracting(LedgerEntry::line)
                .containsExactly(first, other);
    }

    private List<Charge> charges() {
        return ledger().after(0, 100).stream()
                .map(LedgerEntry::line)
                .filter(Charge.class::isInstance)
                .map(Charge.class::cast)
                .toList();
    }

    private static Correction correction(Charge charge, String key) {
        return new Correction(
                Purchase.id("cor_"),
                Progress.ENDED.plusSeconds(60),
                charge.id(),
                charge.at(),
                charge.work(),
                Billing.of(
                        new Cost(
                                new Money(-10_000, Currency.getInstance("USD")),
                                Certainty.REPORTED)),
                Correction.Source.INVOICE,
                key,
                "The invoice says 0.07.");
    }

    /** Accepts a purchase and ends its attempts at these costs. */
    private Proposal.Buy bought(Purchase purchase, Cost... costs) {
        Proposal.Buy buy = purchase.proposal();
        generations().accept(buy);
        for (int i = 0; i < costs.length; i++) {
            Attempt ended = Progress.succeeded(buy.production().attempts().get(i));
            Charge charge = Progress.charge(buy, ended, costs[i], Progress.ENDED);
            productions().conclude(ended, charge, List.of());
        }
        return buy;
    }
}
