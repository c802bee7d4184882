package dev.vignette.tck.store;

import dev.vignette.generation.Attempt;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.store.Proposal;
import java.time.Duration;
import java.time.Instant;

/**
 * A charge that differs from {@link Progress#charge} in what a test is about.
 *
 * @param cost what it comes to
 * @param at when it is written
 * @param outcome the attempt's final state
 * @param ordered pictures ordered
 * @param images pictures delivered
 * @param took from the order to its end
 * @param monthly whether it is what a provider takes for a month, and no attempt's
 */
public record Bill(
        Cost cost,
        Instant at,
        String outcome,
        int ordered,
        int images,
        Duration took,
        boolean monthly) {

    /** Two pictures as ordered, at that cost. */
    public static Bill of(Cost cost) {
        return new Bill(cost, Progress.ENDED, "succeeded", 2, 2, Duration.ofMillis(31_250), false);
    }

    /** Two pictures for that many dollars. */
    public static Bill usd(String amount) {
        return of(new Cost(Progress.usd(amount), Certainty.PRICE_BOOK));
    }

    /** Written at another time. */
    public Bill at(Instant other) {
        return new Bill(cost, other, outcome, ordered, images, took, monthly);
    }

    /** Ended in another state, without any picture. */
    public Bill ended(String state) {
        return new Bill(cost, at, state, ordered, 0, took, monthly);
    }

    /** So many pictures ordered and delivered. */
    public Bill pictures(int wanted, int delivered) {
        return new Bill(cost, at, outcome, wanted, delivered, took, monthly);
    }

    /** After another time. */
    public Bill took(Duration other) {
        return new Bill(cost, at, outcome, ordered, images, other, monthly);
    }

    /** What is taken for a month, whatever is made in it. */
    public Bill forTheMonth() {
        return new Bill(cost, at, outcome, 0, 0, took, true);
    }

    /** The charge, for that attempt of a purchase. */
    public Charge charge(Proposal.Buy buy, Attempt attempt) {
        Charge like = Progress.charge(buy, attempt, cost, at);
        Work work = like.work();
        return new Charge(
                like.id(),
                at,
                new Work(
                        work.provider(),
                        work.adapter(),
                        work.model(),
                        work.modelVersion(),
                        monthly ? null : work.providerId(),
                        monthly ? null : work.generation(),
                        monthly ? null : work.attempt(),
                        monthly ? 0 : work.attemptNumber(),
                        work.client(),
                        work.kind(),
                        ordered,
                        work.pixels(),
                        images,
                        monthly ? null : work.gpuSeconds(),
                        monthly ? null : took,
                        outcome,
                        work.labels(),
                        work.sandbox()),
                like.billing());
    }

    /** What a charge turned out to cost more or less. */
    public static Correction correction(Charge charge, Money difference, Instant at) {
        return new Correction(
                Purchase.id("cor_"),
                at,
                charge.id(),
                charge.at(),
                charge.work(),
                Billing.of(new Cost(difference, Certainty.REPORTED)),
                Correction.Source.INVOICE,
                Purchase.id("invoice/"),
                "The invoice says so.");
    }
}
