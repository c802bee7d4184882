package dev.vignette.store;

import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.money.Money;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A charge with everything that was corrected of it: what it costs by now.
 *
 * @param sequence the charge's place in the ledger
 * @param charge the charge
 * @param corrections its corrections, in order
 */
public record CorrectedCharge(long sequence, Charge charge, List<Correction> corrections) {

    public CorrectedCharge {
        corrections = List.copyOf(corrections);
    }

    /** Its lines, in order. */
    public Stream<Line> lines() {
        return Stream.concat(Stream.of(charge), corrections.stream());
    }

    /** The line that was written last. */
    public Line last() {
        return corrections.isEmpty() ? charge : corrections.getLast();
    }

    /** The sum of the known amounts by currency; empty when nobody knows what it costs. */
    public Map<Currency, Money> amounts() {
        Map<Currency, Money> sums = new LinkedHashMap<>();
        lines().map(Line::billing)
                .map(Billing::cost)
                .flatMap(cost -> cost.amount().stream())
                .forEach(amount -> sums.merge(amount.currency(), amount, Money::plus));
        return sums;
    }

    /** What of a provider's monthly fee was given to it, or taken from it; empty when nothing. */
    public Optional<Money> shared() {
        return corrections.stream()
                .filter(correction -> correction.source() == Correction.Source.SHARE)
                .flatMap(correction -> correction.billing().cost().amount().stream())
                .reduce(Money::plus);
    }
}
