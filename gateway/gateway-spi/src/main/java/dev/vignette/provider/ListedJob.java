package dev.vignette.provider;

import dev.vignette.id.AttemptId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A job as a provider's list shows it.
 *
 * @param task the job
 * @param createdAt when the provider made it, on our clock as far as that can be known
 * @param mentions the attempts named anywhere in its input or in the address it is to call; empty
 *     when none is, or when the provider has removed them
 * @param likeness what it was asked, as {@link ListsJobs#likeness(Order)} writes it; equal to no
 *     order's when it was asked what this adapter never asks; {@code null} when it cannot be told,
 *     so that it may be any order's: the provider has removed it, or shows it in other words
 */
public record ListedJob(
        TaskHandle task, Instant createdAt, Set<AttemptId> mentions, @Nullable String likeness) {
    public ListedJob {
        mentions = Set.copyOf(mentions);
    }
}
