package dev.vignette.engine.cost;

import dev.vignette.ledger.Charge;
import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import java.time.Instant;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What prices that were changed afterwards do to the charges of a period.
 *
 * @param ask what was asked
 * @param figures how many charges what happens to
 * @param totals sums by kind and currency, of all charges that were looked at
 * @param first the first changes, a few
 */
public record Repriced(Ask ask, Figures figures, List<Total> totals, List<Change> first) {

    public Repriced {
        totals = List.copyOf(totals);
        first = List.copyOf(first);
    }

    /**
     * What is to be priced anew.
     *
     * @param operator who asks
     * @param provider whose charges
     * @param from the first moment, inclusive
     * @param to the last moment, exclusive
     * @param dryRun whether nothing is written
     */
    public record Ask(String operator, String provider, Instant from, Instant to, boolean dryRun) {}

    /**
     * How many charges; together all that were looked at.
     *
     * @param changed whose amount is another now; those that are priced for the first time are not
     *     among them
     * @param newlyPriced whose amount was not known before
     * @param same whose amount is what it was
     * @param settled whose amount the provider reported, or an invoice or evidence corrected
     * @param unpriced that have no price now; what they cost is left as it is
     */
    public record Figures(long changed, long newlyPriced, long same, long settled, long unpriced) {

        /** All that were looked at. */
        public long charges() {
            return changed + newlyPriced + same + settled + unpriced;
        }
    }

    /**
     * A sum.
     *
     * @param kind of which kind; {@code null} for what has none
     * @param currency in which currency
     * @param before in millionths, of the amounts that were known
     * @param after in millionths
     */
    public record Total(@Nullable Kind kind, Currency currency, long before, long after) {}

    /**
     * What a charge comes to.
     *
     * @param charge the charge
     * @param before what it cost so far, one amount for each currency; empty when nobody knew
     * @param after what it costs
     * @param priceVersion the price that says so; {@code null} where there is none any more
     */
    public record Change(
            Charge charge, Collection<Money> before, Money after, @Nullable String priceVersion) {
        public Change {
            before = List.copyOf(before);
        }
    }
}
