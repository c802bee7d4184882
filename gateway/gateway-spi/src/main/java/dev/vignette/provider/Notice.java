package dev.vignette.provider;

import org.jspecify.annotations.Nullable;

/** What a call from a provider amounts to. */
public sealed interface Notice {

    /**
     * Signed by the provider.
     *
     * @param id the same for every repetition of the call
     * @param task the job it is about; {@code null} when it names none
     */
    record Proven(String id, @Nullable TaskHandle task) implements Notice {}

    /**
     * From anybody who knows the address: nothing in it is believed but the job's id, and that only
     * after it was looked up.
     *
     * @param id the same for every repetition of the call
     * @param task the job it is about; {@code null} when it names none
     */
    record Hint(String id, @Nullable TaskHandle task) implements Notice {}

    /**
     * Not from the provider, too old or not readable; repeating it changes nothing.
     *
     * @param why one safe sentence
     */
    record Refused(String why) implements Notice {}

    /**
     * Cannot be told yet. The call is to be answered with an error, so that the provider repeats
     * it.
     *
     * @param why one safe sentence
     */
    record NotNow(String why) implements Notice {}
}
