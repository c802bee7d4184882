package dev.vignette.engine.work;

import dev.vignette.engine.limit.Passage;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one worker remembers of a job while it sees to it. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private @Nullable Passage passage;
    private boolean canceled;
    private boolean warned;

    /** Goes through its provider's gate that way. */
    Passage take(Passage way) {
        passage = way;
        return way;
    }

    /** Makes room for others. */
    void leave() {
        if (passage != null) {
            passage.leave();
        }
    }

    /** Whether it is the first time that it is to be stopped. */
    boolean stopsNow() {
        boolean first = !canceled;
        canceled = true;
        return first;
    }

    /** Says once what is the matter with it. */
    void warn(String what, Production production, Attempt attempt) {
        if (!warned) {
            warned = true;
            LOG.warn("{}: {} {}", production.source(), attempt.provider(), what);
        }
    }
}
