package dev.vignette.provider;

import java.time.Instant;
import java.util.List;

/**
 * A provider that shows how many jobs stand in one call: how thousands in flight are watched within
 * what an account may call. Reading costs nothing and may be repeated.
 */
public interface WatchesJobs {

    /** How many jobs one call shows at most. */
    int jobsPerCall();

    /**
     * How all jobs of the account stand that were created in that span, whoever ordered them, in as
     * few calls as it takes. The span is one of the provider's clock, so that it can be drawn
     * around {@link SeenJob#createdAt()} exactly. Whatever goes wrong on the way is {@link
     * Reading.Broken}: half a reading is never passed off as one.
     *
     * @param from the earliest moment of interest, inclusive; a whole second
     * @param to the end, exclusive; a whole second
     */
    Reading watch(Instant from, Instant to);

    /** What a reading came to. */
    sealed interface Reading {

        /** How many calls it took. */
        int calls();

        /**
         * Read to its end.
         *
         * @param jobs the jobs, in no particular order
         * @param calls how many calls it took
         */
        record Complete(List<SeenJob> jobs, int calls) implements Reading {
            public Complete {
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * Not readable, or not to its end: nothing follows from it.
         *
         * @param failure why
         * @param calls how many calls it took all the same
         */
        record Broken(ProviderFailure failure, int calls) implements Reading {}
    }
}
