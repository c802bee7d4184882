package dev.vignette.provider;

import java.time.Duration;

/** What became of the one call that may cost money. */
public sealed interface Submission {

    /**
     * Done at once.
     *
     * @param task the job
     * @param delivery its pictures
     */
    record Finished(TaskHandle task, Delivery delivery) implements Submission {}

    /**
     * Done at once, without pictures: the job exists and has failed.
     *
     * @param task the job
     * @param failure why
     * @param usage what it used all the same
     */
    record Ended(TaskHandle task, ProviderFailure failure, Usage usage) implements Submission {}

    /**
     * Taken and still going on.
     *
     * @param task the job, to be stored before anything else happens
     * @param checkAfter when a first {@link ImageProvider#check} is worth it
     */
    record Accepted(TaskHandle task, Duration checkAfter) implements Submission {}

    /**
     * Definitely refused: no job exists, nothing is owed.
     *
     * @param failure why
     */
    record Refused(ProviderFailure failure) implements Submission {}

    /**
     * Provably not one byte of the order left this house.
     *
     * @param failure why
     */
    record NotSent(ProviderFailure failure) implements Submission {}

    /**
     * The line broke after sending, or the answer cannot be read: a paid job may exist.
     *
     * @param note one safe sentence on what was seen
     */
    record Unknown(String note) implements Submission {}
}
