package dev.vignette.engine.price;

import dev.vignette.money.Certainty;
import dev.vignette.money.Cost;
import dev.vignette.money.Money;
import java.util.List;
import java.util.Optional;

/** Adds costs up without losing sight of what is not known. */
public final class Total {
    private Total() {}

    /**
     * The sum. It is unpriced when any part is, or when parts are in two currencies; otherwise it
     * is as certain as its least certain part. Of nothing it is zero.
     */
    public static Cost of(List<Cost> parts) {
        List<Money> amounts = parts.stream().map(Cost::amount).flatMap(Optional::stream).toList();
        if (amounts.size() < parts.size()) {
            return Cost.UNPRICED;
        }
        List<Money> owed = amounts.stream().filter(amount -> amount.micros() != 0).toList();
        if (owed.stream().map(Money::currency).distinct().count() > 1) {
            return Cost.UNPRICED;
        }
        Money zero =
                (owed.isEmpty() ? amounts : owed)
                        .stream()
                                .findFirst()
                                .map(amount -> Money.zero(amount.currency()))
                                .orElse(Money.zero(Pricing.DEFAULT_CURRENCY));
        return new Cost(owed.stream().reduce(zero, Money::plus), certainty(parts));
    }

    private static Certainty certainty(List<Cost> parts) {
        if (parts.stream().anyMatch(part -> part.certainty() == Certainty.ESTIMATED)) {
            return Certainty.ESTIMATED;
        }
        boolean reported =
                !parts.isEmpty()
                        && parts.stream().allMatch(part -> part.certainty() == Certainty.REPORTED);
        return reported ? Certainty.REPORTED : Certainty.PRICE_BOOK;
    }
}
