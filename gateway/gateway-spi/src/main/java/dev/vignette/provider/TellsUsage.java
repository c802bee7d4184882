package dev.vignette.provider;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider that lists what its jobs used: what the ledger can be compared with when there is no
 * invoice. Reading costs nothing and may be repeated; who reads keeps within what the account may
 * call.
 */
public interface TellsUsage {

    /**
     * Reads a page of all jobs of the account that were created in that span and have ended,
     * whoever ordered them, by one call.
     *
     * @param from the earliest moment of interest, inclusive
     * @param to the end, exclusive
     * @param cursor where the page begins, as the page before says; {@code null} for the first
     */
    UsagePage usage(Instant from, Instant to, @Nullable String cursor);

    /** What a reading came to. */
    sealed interface UsagePage {

        /**
         * Jobs.
         *
         * @param jobs the jobs, in no particular order
         * @param next where the next page begins; {@code null} when this is the last
         */
        record Read(List<UsedJob> jobs, @Nullable String next) implements UsagePage {
            public Read {
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * Not readable: nothing follows from it.
         *
         * @param failure why
         */
        record Broken(ProviderFailure failure) implements UsagePage {}
    }

    /**
     * What a job used.
     *
     * @param job its id, as {@link TaskHandle#providerId()} has it
     * @param createdAt when the provider made it, by the provider's clock
     * @param seconds computing time; {@code null} when it was not measured
     */
    record UsedJob(String job, Instant createdAt, @Nullable BigDecimal seconds) {}
}
