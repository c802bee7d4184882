package dev.vignette.engine.price;

import dev.vignette.engine.price.Estimate.Exact;
import dev.vignette.engine.price.Estimate.Range;
import dev.vignette.engine.price.Estimate.Unknown;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.money.PricedOutcome;
import dev.vignette.money.TypicalTime;
import dev.vignette.portrait.PortraitRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost of one ended attempt.
 *
 * @param cost the amount and how well it is known
 * @param quantity how many units were counted; {@code null} when nothing was counted
 * @param price the price that was used; {@code null} when none was
 */
public record Pricing(Cost cost, @Nullable BigDecimal quantity, @Nullable Price price) {

    /** The currency of a zero that no price names one for. */
    public static final Currency DEFAULT_CURRENCY = Currency.getInstance("USD");

    /**
     * Prices work under the prices that held at that moment: what a provider reported of its cost
     * is left aside.
     */
    public static Pricing of(PriceList prices, Work work, Instant at) {
        return switch (work.outcome()) {
            case "refused", "not_sent", "not_accepted" -> nothing(prices, work, at);
            default ->
                    PricedOutcome.of(work.outcome())
                            .flatMap(outcome -> find(prices, work, outcome, at))
                            .map(price -> ran(price, work))
                            .orElseGet(Pricing::unpriced);
        };
    }

    /**
     * Prices work that is taken for bought, with all its pictures: it ran, and nobody can tell any
     * more what came of it. Nothing was counted, so no quantity is given.
     */
    public static Pricing presumed(PriceList prices, Work work, Instant at) {
        Optional<Price> price = find(prices, work, PricedOutcome.SUCCEEDED, at);
        Cost cost = estimate(price, work.ordered(), 1).cost();
        return new Pricing(cost, null, cost.amount().isPresent() ? price.orElse(null) : null);
    }

    /** No job existed, so nothing is owed, whatever a job would have cost. */
    private static Pricing nothing(PriceList prices, Work work, Instant at) {
        Optional<Price> price = find(prices, work, PricedOutcome.SUCCEEDED, at);
        Currency currency = price.map(Price::currency).orElse(DEFAULT_CURRENCY);
        return new Pricing(
                new Cost(Money.zero(currency), Certainty.PRICE_BOOK),
                BigDecimal.ZERO,
                price.orElse(null));
    }

    private static Optional<Price> find(
            PriceList prices, Work work, PricedOutcome outcome, Instant at) {
        return prices.find(work.provider(), work.kind(), work.pixels(), outcome, at);
    }

    private static Pricing ran(Price price, Work work) {
        return switch (price.per()) {
            case IMAGE ->
                    times(price, BigDecimal.valueOf(pictures(price, work)), guess(price, work));
            case CALL -> times(price, BigDecimal.ONE, guess(price, work));
            case SECOND ->
                    Optional.ofNullable(work.gpuSeconds())
                            .map(seconds -> times(price, seconds, Certainty.PRICE_BOOK))
                            .orElseGet(Pricing::unpriced);
            case MONTH -> times(price, BigDecimal.ZERO, Certainty.PRICE_BOOK);
        };
    }

    /** Those delivered; a price for attempts that bring none is for those that were ordered. */
    private static int pictures(Price price, Work work) {
        PricedOutcome outcome = price.scope().outcome();
        return outcome == null || outcome == PricedOutcome.SUCCEEDED
                ? work.images()
                : work.ordered();
    }

    /** Whether a provider takes money for what failed is a guess unless the price says so. */
    private static Certainty guess(Price price, Work work) {
        return price.scope().outcome() != null
                        || work.outcome().equals(PricedOutcome.SUCCEEDED.wireName())
                ? Certainty.PRICE_BOOK
                : Certainty.ESTIMATED;
    }

    private static Pricing times(Price price, BigDecimal quantity, Certainty certainty) {
        return new Pricing(new Cost(money(price, quantity), certainty), quantity, price);
    }

    private static Money money(Price price, BigDecimal quantity) {
        return Money.of(price.amount().multiply(quantity), price.currency());
    }

    private static Pricing unpriced() {
        return new Pricing(Cost.UNPRICED, null, null);
    }

    /** How the ledger writes it down. */
    public Billing billing() {
        if (price == null) {
            return Billing.of(cost);
        }
        return quantity == null
                ? new Billing(cost, null, null, null, null, price.version())
                : new Billing(
                        cost,
                        quantity,
                        price.per(),
                        price.amount(),
                        price.listAmount(),
                        price.version());
    }

    /**
     * What an order of pictures will cost at that provider, should it bring them all.
     *
     * @param pictures how many are bought
     * @param calls in how many orders
     */
    public static Estimate estimate(
            PriceList prices,
            String provider,
            PortraitRequest request,
            int pictures,
            int calls,
            Instant at) {
        Optional<Price> price =
                prices.find(
                        provider,
                        request.kind(),
                        request.style().pixels(),
                        PricedOutcome.SUCCEEDED,
                        at);
        return estimate(price, pictures, calls);
    }

    /** What one order of that many pictures has to be reckoned with at that provider. */
    public static Cost order(
            PriceList prices, String provider, PortraitRequest request, int pictures, Instant at) {
        return estimate(prices, provider, request, pictures, 1, at).cost();
    }

    private static Estimate estimate(Optional<Price> price, int pictures, int calls) {
        return price.map(known -> estimate(known, pictures, calls))
                .orElseGet(() -> new Unknown("no price is configured"));
    }

    private static Estimate estimate(Price price, int pictures, int calls) {
        return switch (price.per()) {
            case IMAGE -> new Exact(money(price, BigDecimal.valueOf(pictures)));
            case CALL -> new Exact(money(price, BigDecimal.valueOf(calls)));
            case MONTH -> new Exact(Money.zero(price.currency()));
            case SECOND -> bySecond(price, BigDecimal.valueOf(calls));
        };
    }

    private static Estimate bySecond(Price price, BigDecimal calls) {
        TypicalTime time = price.time();
        return time == null
                ? new Unknown("it is priced by the second, and nobody said how long it takes")
                : new Range(
                        money(price, time.usual().multiply(calls)),
                        money(price, time.most().multiply(calls)));
    }

    /** The unit that what is charged by the month names. */
    public boolean isByTheMonth() {
        return price != null && price.per() == PriceUnit.MONTH;
    }
}
