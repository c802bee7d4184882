package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A job that was taken.
 *
 * @param id a number or a text, as JSON shows it
 * @param order what was ordered
 * @param time how long it takes
 * @param readyAt when it is done
 * @param output what the answer's member {@code output} holds: links or Base64
 * @param proxyLinks other links to the same picture
 * @param traits what is odd about it
 */
record HeadshotJob(
        JsonNode id,
        HeadshotOrder order,
        Duration time,
        Instant readyAt,
        List<String> output,
        List<String> proxyLinks,
        Traits traits) {

    /**
     * What is odd about a job.
     *
     * @param queued whether it must be fetched however quick it is
     * @param foreignFetchResult whether its {@code fetch_result} points elsewhere
     * @param fails whether it comes to nothing
     * @param flagged whether its picture is said to be flagged
     * @param outputAsText whether {@code output} is a single string
     */
    record Traits(
            boolean queued,
            boolean foreignFetchResult,
            boolean fails,
            boolean flagged,
            boolean outputAsText) {}

    boolean mustBeFetched() {
        return traits.queued() || traits.fails() || traits.foreignFetchResult();
    }

    boolean fails() {
        return traits.fails();
    }
}
