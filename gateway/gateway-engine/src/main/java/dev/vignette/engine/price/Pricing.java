package dev.vignette.engine.price;

import dev.vignette.generation.AttemptState;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Work;
import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import dev.vignette.money.Price;
import dev.vignette.money.PriceList;
import dev.vignette.money.PriceUnit;
import dev.vignette.provider.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The cost of one ended attempt.
 *
 * @param cost the amount and how well it is known
 * @param quantity how many units were counted; {@code null} when unpriced or reported
 * @param price the price that was used; {@code null} when none was
 */
public record Pricing(Cost cost, @Nullable BigDecimal quantity, @Nullable Price price) {

    /** The currency of a zero that no price names one for. */
    public static final Currency DEFAULT_CURRENCY = Currency.getInstance("USD");

    /**
     * Prices an attempt.
     *
     * @param price the price that holds, or empty when none fits
     * @param ended how the attempt ended
     * @param images how many pictures the provider delivered
     * @param usage what the provider reported
     */
    public static Pricing of(
            Optional<Price> price, AttemptState.Ended ended, int images, Usage usage) {
        return switch (ended) {
            case AttemptState.Refused _, AttemptState.NotSent _, AttemptState.NotAccepted _ ->
                    nothing(price);
            case AttemptState.Succeeded _ -> ran(price, images, usage, Certainty.PRICE_BOOK);
            case AttemptState.Failed _, AttemptState.Canceled _ ->
                    ran(price, images, usage, Certainty.ESTIMATED);
            case AttemptState.WrittenOff _ -> unpriced();
        };
    }

    /**
     * Prices work that was charged before, as if it were done at that moment under those prices:
     * what a provider reported of it is left aside.
     */
    public static Pricing of(PriceList prices, Work work, Instant at) {
        Optional<Price> price = prices.find(work.provider(), work.kind(), at);
        Usage usage = new Usage(work.gpuSeconds(), null);
        return switch (work.outcome()) {
            case "refused", "not_sent", "not_accepted" -> nothing(price);
            case "succeeded" -> ran(price, work.images(), usage, Certainty.PRICE_BOOK);
            case "failed", "canceled" -> ran(price, work.images(), usage, Certainty.ESTIMATED);
            default -> unpriced();
        };
    }

    /** No job existed, so nothing is owed, whatever a job would have cost. */
    private static Pricing nothing(Optional<Price> price) {
        Currency currency = price.map(Price::currency).orElse(DEFAULT_CURRENCY);
        return new Pricing(
                new Cost(Money.zero(currency), Certainty.PRICE_BOOK),
                BigDecimal.ZERO,
                price.orElse(null));
    }

    private static Pricing ran(
            Optional<Price> price, int images, Usage usage, Certainty certaintyByImage) {
        Money reported = usage.reported();
        if (reported != null) {
            return new Pricing(new Cost(reported, Certainty.REPORTED), null, null);
        }
        return price.map(known -> byPrice(known, images, usage, certaintyByImage))
                .orElseGet(Pricing::unpriced);
    }

    private static Pricing byPrice(
            Price price, int images, Usage usage, Certainty certaintyByImage) {
        return switch (price.per()) {
            case IMAGE -> times(price, BigDecimal.valueOf(images), certaintyByImage);
            case SECOND ->
                    Optional.ofNullable(usage.gpuSeconds())
                            .map(seconds -> times(price, seconds, Certainty.PRICE_BOOK))
                            .orElseGet(Pricing::unpriced);
        };
    }

    private static Pricing times(Price price, BigDecimal quantity, Certainty certainty) {
        Money amount = Money.of(price.amount().multiply(quantity), price.currency());
        return new Pricing(new Cost(amount, certainty), quantity, price);
    }

    private static Pricing unpriced() {
        return new Pricing(Cost.UNPRICED, null, null);
    }

    /** How the ledger writes it down. */
    public Billing billing() {
        return price == null
                ? Billing.of(cost)
                : new Billing(cost, quantity, price.per(), price.amount(), null, price.version());
    }

    /** What that many pictures will probably cost; unpriced when that cannot be told beforehand. */
    public static Cost estimate(Optional<Price> price, int images) {
        return price.filter(known -> known.per() == PriceUnit.IMAGE)
                .map(known -> known.amount().multiply(BigDecimal.valueOf(images)))
                .map(amount -> Money.of(amount, price.orElseThrow().currency()))
                .map(amount -> new Cost(amount, Certainty.ESTIMATED))
                .orElse(Cost.UNPRICED);
    }
}
