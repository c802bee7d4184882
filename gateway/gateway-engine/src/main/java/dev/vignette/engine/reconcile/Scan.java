package dev.vignette.engine.reconcile;

import dev.vignette.generation.Attempt;
import dev.vignette.provider.ListedJob;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A provider's list, read to its end.
 *
 * @param begunAt when reading began
 * @param jobs what was on it
 * @param known ids of jobs that attempts have and that have to be on it
 * @param taken ids of all jobs that attempts have, of a span so long that clocks do not matter
 */
record Scan(Instant begunAt, List<ListedJob> jobs, Set<String> known, Set<String> taken) {

    /** Jobs that say themselves that they are this attempt's. */
    List<ListedJob> naming(Attempt attempt) {
        return jobs.stream().filter(job -> job.mentions().contains(attempt.id())).toList();
    }

    /** Jobs that nobody has, that name nobody, and that can be the one in doubt. */
    List<ListedJob> candidates(Doubt doubt, String likeness) {
        return unclaimed(doubt).stream()
                .filter(job ->
                        Objects.requireNonNullElse(job.likeness(), likeness).equals(likeness))
                .toList();
    }

    /** Jobs that nobody has, that name nobody, and whose time fits. */
    List<ListedJob> unclaimed(Doubt doubt) {
        return jobs.stream()
                .filter(job -> job.mentions().isEmpty())
                .filter(job -> !taken.contains(job.task().providerId()))
                .filter(job -> doubt.mayCover(job.createdAt()))
                .toList();
    }

    /**
     * Whether the list shows what it has to show, so that what is missing is missing: a job that we
     * know, or no job at all where we know of none.
     */
    boolean isCredible() {
        return known.isEmpty()
                || jobs.stream().anyMatch(job -> known.contains(job.task().providerId()));
    }
}
