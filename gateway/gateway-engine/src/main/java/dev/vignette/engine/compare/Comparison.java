package dev.vignette.engine.compare;

import dev.vignette.money.Money;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What work cost, and what it would have cost at each provider.
 *
 * @param offers by kind, provider and currency
 * @param leftOut how many charges are in none of them, since nobody knows what was asked for: fees
 *     for a month, and jobs that no generation is known for
 */
public record Comparison(List<Offer> offers, long leftOut) {

    /**
     * A provider, and the work of one kind that it could have done.
     *
     * @param kind the kind
     * @param provider the provider
     * @param generations how many generations the work belongs to
     * @param attempts how many charges it is
     * @param images pictures that were delivered
     * @param unpriced of how many charges it is not known what they cost, or would have cost there;
     *     they are in neither amount
     * @param actual what the other charges cost, with corrections; {@code null} when there are none
     * @param would what the same charges would have cost there; {@code null} like {@code actual}
     */
    public record Offer(
            Kind kind,
            String provider,
            long generations,
            long attempts,
            long images,
            long unpriced,
            @Nullable Money actual,
            @Nullable Money would) {

        /** How much more it would have cost there; empty when there is no telling. */
        public Optional<Money> difference() {
            if (actual == null || would == null || !actual.currency().equals(would.currency())) {
                return Optional.empty();
            }
            return Optional.of(
                    new Money(
                            Math.subtractExact(would.micros(), actual.micros()), would.currency()));
        }

        /**
         * What one delivered picture comes to; empty when nothing was delivered, or when not
         * everything that was spent on it is known.
         *
         * @param amount one of the two amounts
         */
        public Optional<Money> perImage(@Nullable Money amount) {
            if (amount == null || images == 0 || unpriced > 0) {
                return Optional.empty();
            }
            BigDecimal micros =
                    BigDecimal.valueOf(amount.micros())
                            .divide(BigDecimal.valueOf(images), 0, RoundingMode.HALF_EVEN);
            return Optional.of(new Money(micros.longValueExact(), amount.currency()));
        }
    }

    public Comparison {
        offers = List.copyOf(offers);
    }
}
