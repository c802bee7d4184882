package dev.vignette.invoice;

import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice beside what the ledger has of it.
 *
 * @param place its place among all lines of the check
 * @param number where it stands in the invoice; {@code null} when only the ledger has it
 * @param job the job's id at the provider, when one is known
 * @param at when, by the invoice; by the ledger when only that has it
 * @param invoice what the invoice says; {@code null} when it does not have it, or no amount
 * @param ledger what the ledger says with all its corrections; {@code null} when it does not have
 *     it, or no amount
 * @param seconds computing time by the invoice, when it says
 * @param finding what comparing them came to
 * @param charge the charge's id; {@code null} when there was none
 */
public record CheckedLine(
        long place,
        @Nullable Long number,
        @Nullable String job,
        @Nullable Instant at,
        @Nullable Money invoice,
        @Nullable Money ledger,
        @Nullable BigDecimal seconds,
        Finding finding,
        @Nullable String charge) {

    /** The amount that would be written down; empty when nothing would. */
    public Optional<Money> proposed() {
        return switch (finding) {
            case MATCHED, AMBIGUOUS, UNPRICED_THERE, SECONDS_DIFFER -> Optional.empty();
            case MISSING_HERE, UNPRICED_HERE -> Optional.ofNullable(invoice);
            case MISSING_THERE -> Optional.ofNullable(ledger).map(CheckedLine::negated);
            case PRICE_DIFFERS ->
                    Optional.ofNullable(invoice)
                            .flatMap(due ->
                                    Optional.ofNullable(ledger)
                                            .map(CheckedLine::negated)
                                            .map(due::plus));
        };
    }

    private static Money negated(Money money) {
        return new Money(Math.negateExact(money.micros()), money.currency());
    }
}
