package dev.vignette.engine.reconcile;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.EvidenceStore;
import java.time.Instant;

/** A job that names an attempt was found: what was seen is kept, and the job gets its place. */
public final class Findings {
    private final Notebook notebook;
    private final Binding binding;
    private final Orphans orphans;

    /**
     * @param evidence keeps what was seen
     * @param binding ties jobs to attempts
     * @param orphans takes those that no attempt is known for
     */
    public Findings(EvidenceStore evidence, Binding binding, Orphans orphans) {
        this.notebook = new Notebook(evidence);
        this.binding = binding;
        this.orphans = orphans;
    }

    /** Gives a job its place that carries the attempt's mark in the provider's list. */
    boolean listed(String provider, ListedJob job, AttemptId attempt, Instant at) {
        return place(
                provider,
                job.task(),
                new Evidence(
                        attempt,
                        at,
                        Evidence.Kind.LISTED,
                        job.task().providerId(),
                        "a job in the provider's list carries the attempt's mark"));
    }

    /**
     * Gives the job its place. May be told again.
     *
     * @return false when it has none yet, because nobody knows its attempt and it is still running
     */
    boolean place(String provider, TaskHandle task, Evidence seen) {
        notebook.noteOnce(seen);
        return binding.bind(seen.attempt(), task)
                || orphans.adopted(provider, seen.attempt(), task);
    }
}
