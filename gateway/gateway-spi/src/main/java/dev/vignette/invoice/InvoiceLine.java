package dev.vignette.invoice;

import dev.vignette.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says it takes for one job.
 *
 * @param number where it stands: the line of a file, or the place in a list, from 1
 * @param job the job's id at the provider; {@code null} when none is named
 * @param amount what it takes, below zero for a credit; {@code null} when only the job is named
 * @param at when, by the provider; {@code null} when it does not say
 * @param seconds computing time; {@code null} when it does not say
 */
public record InvoiceLine(
        long number,
        @Nullable String job,
        @Nullable Money amount,
        @Nullable Instant at,
        @Nullable BigDecimal seconds) {

    public InvoiceLine {
        if (job == null && at == null) {
            throw new IllegalArgumentException("a line names its job or its time");
        }
    }
}
