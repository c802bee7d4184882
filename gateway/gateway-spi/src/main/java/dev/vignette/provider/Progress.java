package dev.vignette.provider;

import java.time.Duration;

/** How a job stands. */
public sealed interface Progress {

    /**
     * Still going on.
     *
     * @param checkAfter when the next look is worth it
     */
    record Working(Duration checkAfter) implements Progress {}

    /**
     * The look itself failed; the job is as it was.
     *
     * @param failure why the look failed
     * @param checkAfter when the next look is worth it
     */
    record Unreadable(ProviderFailure failure, Duration checkAfter) implements Progress {}

    /**
     * Done.
     *
     * @param delivery its pictures
     */
    record Finished(Delivery delivery) implements Progress {}

    /**
     * Over, without pictures.
     *
     * @param failure why
     * @param usage what it used all the same
     */
    record Ended(ProviderFailure failure, Usage usage) implements Progress {}
}
