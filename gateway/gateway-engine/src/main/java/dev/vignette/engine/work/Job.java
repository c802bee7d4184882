package dev.vignette.engine.work;

import dev.vignette.engine.limit.Passage;
import dev.vignette.engine.watch.Post;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Production;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What one worker remembers of a job while it sees to it. */
final class Job {
    private static final Logger LOG = LoggerFactory.getLogger(Job.class);

    /** No adapter that has to ask proposes to ask so rarely. */
    private static final Duration RARELY = Duration.ofSeconds(20);

    private @Nullable Passage passage;
    private @Nullable Post post;
    private boolean posted;
    private Duration proposed = Duration.ZERO;
    private boolean canceled;
    private boolean warned;
    private boolean called;

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
        if (post != null) {
            post.leave();
        }
    }

    /** Where it can be watched from, taken the first time; empty where it cannot. */
    Optional<Post> post(Supplier<Optional<Post>> taking) {
        if (!posted) {
            posted = true;
            post = taking.get().orElse(null);
        }
        return Optional.ofNullable(post);
    }

    /** The adapter proposes to leave it alone that long. */
    Duration proposed(Duration after) {
        proposed = after;
        return after;
    }

    /** Whether its end is told by a call, so that it need not be looked for. */
    boolean tellsItself() {
        return proposed.compareTo(RARELY) >= 0;
    }

    /** Somebody has called about it since the last step, or nobody has. */
    Job called(boolean now) {
        called = now;
        return this;
    }

    /** Whether somebody has called about it since the last step. */
    boolean called() {
        return called;
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
