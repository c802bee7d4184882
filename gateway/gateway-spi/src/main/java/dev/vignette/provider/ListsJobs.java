package dev.vignette.provider;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A provider whose list of jobs can be read: how an order whose answer was lost is found again, and
 * how it is shown that there is none. Reading costs nothing and may be repeated.
 */
public interface ListsJobs {

    /**
     * Every job of the account that was created in that span, whoever ordered it and for whatever
     * model, read to the list's end. The span is one of our clock; the adapter corrects for the
     * provider's. A list that is not whole is never passed off as one: anything that goes wrong on
     * the way is {@link Listing.Broken}.
     *
     * @param from the earliest moment of interest, inclusive
     * @param to the latest, inclusive
     */
    Listing list(Instant from, Instant to);

    /**
     * What the list would show of such an order, in the form of {@link ListedJob#likeness()}: equal
     * for orders with equal inputs, and never the photo itself. An order whose photo travels by a
     * link or an upload is alike whatever the photo. Never calls out.
     */
    String likeness(Order order);

    /** How long after an order the list still shows what was asked. */
    Duration memory();

    /** What a reading came to. */
    sealed interface Listing {

        /**
         * Read to its end.
         *
         * @param jobs the jobs, in no particular order; each once
         */
        record Complete(List<ListedJob> jobs) implements Listing {
            public Complete {
                jobs = List.copyOf(jobs);
            }
        }

        /**
         * Not readable, or not to its end: nothing follows from it.
         *
         * @param failure why
         */
        record Broken(ProviderFailure failure) implements Listing {}
    }
}
