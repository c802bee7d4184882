package dev.vignette.engine.cost;

import dev.vignette.engine.price.Pricing;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.store.CorrectedCharge;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/** What a price list makes of a charge of the past. */
sealed interface Judged {

    /**
     * A provider, an invoice or something else that is known told its amount: better than prices.
     */
    record Settled() implements Judged {}

    /** No price fits. */
    record Unpriced() implements Judged {}

    /**
     * It has a price.
     *
     * @param billing how it is found
     * @param amount all that it costs, with its share of a monthly fee
     */
    record Priced(Billing billing, Money amount) implements Judged {

        /** Whether it is charged by the month, or is the month's fee. */
        boolean isByTheMonth() {
            return billing.unit() == PriceUnit.MONTH;
        }

        /** Whether that is what it costs already. */
        boolean is(CorrectedCharge past) {
            return past.amounts().containsKey(amount.currency())
                    ? past.amounts().values().stream()
                            .allMatch(sum -> sum.micros() == in(sum.currency()))
                    : !past.amounts().isEmpty()
                            && amount.micros() == 0
                            && past.amounts().values().stream().allMatch(sum -> sum.micros() == 0);
        }

        /** What it costs in that currency, in millionths. */
        long in(Currency currency) {
            return amount.currency().equals(currency) ? amount.micros() : 0;
        }
    }

    /** Judges it by the prices that hold for the moment it was sent at. */
    static Judged of(PriceList prices, CorrectedCharge past) {
        if (past.lines().anyMatch(Judged::settles)) {
            return new Settled();
        }
        Billing billing = billing(prices, past.charge());
        return billing.cost()
                .amount()
                .<Judged>map(amount -> new Priced(billing, withShare(billing, amount, past)))
                .orElseGet(Unpriced::new);
    }

    private static boolean settles(Line line) {
        return line.billing().cost().certainty() == Certainty.REPORTED
                || switch (line) {
                    case Charge _ -> false;
                    case Correction made ->
                            switch (made.source()) {
                                case INVOICE -> true;
                                case PRICES, SHARE -> false;
                            };
                };
    }

    private static Billing billing(PriceList prices, Charge charge) {
        Work work = charge.work();
        if (work.attempt() == null && work.outcome().equals(Fees.OUTCOME)) {
            return fee(prices, charge);
        }
        Instant sent = charge.at().minus(Objects.requireNonNullElse(work.took(), Duration.ZERO));
        return isPresumed(charge)
                ? Pricing.presumed(prices, work, sent).billing()
                : Pricing.of(prices, work, sent).billing();
    }

    /** Its amount was taken for what the order would have cost: nothing was counted. */
    private static boolean isPresumed(Charge charge) {
        return charge.cost().certainty() == Certainty.ESTIMATED && charge.billing().unit() == null;
    }

    private static Billing fee(PriceList prices, Charge charge) {
        Currency currency = charge.cost().amount().orElseThrow().currency();
        return prices.fee(charge.work().provider(), Fees.month(charge.at()))
                .map(Fees::billing)
                .orElseGet(() -> Billing.of(new Cost(Money.zero(currency), Certainty.PRICE_BOOK)));
    }

    /** What was shared out of a fee stays shared out while there is a fee. */
    private static Money withShare(Billing billing, Money amount, CorrectedCharge past) {
        Optional<Money> share =
                past.shared()
                        .filter(_ -> billing.unit() == PriceUnit.MONTH)
                        .filter(money -> money.currency().equals(amount.currency()));
        return share.map(amount::plus).orElse(amount);
    }
}
