package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one worker remembers of a job while it sees to it. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    private Turnstile.@Nullable Place place;
    private boolean canceled;
    private boolean warned;

    /** Takes a place at its provider, or none when it found none. */
    boolean take(Turnstile.@Nullable Place taken) {
        place = taken;
        return taken != null;
    }

    /** Makes room for others. */
    void leave() {
        if (place != null) {
            place.leave();
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
