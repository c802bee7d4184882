package dev.vignette.provider;

import java.time.Instant;

/**
 * A job as it was seen among many.
 *
 * @param task the job
 * @param createdAt when the provider made it, by the provider's clock
 * @param stand how it stands
 */
public record SeenJob(TaskHandle task, Instant createdAt, Stand stand) {

    /** How a job stands, as far as seeing it among many tells. */
    public sealed interface Stand {

        /** Still going on, or in a state that nobody knows. */
        record Working() implements Stand {}

        /**
         * Done, and shown with everything that a look at it alone would show.
         *
         * @param delivery its pictures
         */
        record Finished(Delivery delivery) implements Stand {}

        /** No more at work; only a look at it alone tells how it ended. */
        record Over() implements Stand {}
    }
}
