package dev.vignette.provider;

import dev.vignette.portrait.Kind;
import java.util.Optional;

/**
 * One configured account at a vendor. It translates, nothing else: no retry, sleep, cache, price or
 * hidden default; a value that is not set stays unset. All methods block, may be called from many
 * threads at once, and throw nothing but programming errors: what can go wrong is an outcome.
 */
public interface ImageProvider extends AutoCloseable {

    /** The configured name, for example {@code replicate}. */
    String name();

    /** What it does for that kind, or empty when it does not serve it. Never calls out. */
    Optional<Capabilities> capabilities(Kind kind);

    /**
     * Places the order with at most one call, whatever happens. What has to go before it, an upload
     * of the photo, is a port of its own: {@link UploadsPhotos}.
     *
     * <p>Called at most once for each {@link Order#attempt()}. {@link Submission.Unknown} is the
     * honest answer when the line broke after sending.
     */
    Submission submit(Order order);

    /**
     * Looks at a job. Costs nothing, is safe to repeat, also by another process and after the job
     * has ended.
     */
    Progress check(TaskHandle task);

    /**
     * Nobody calls it any more: its connections are let go. Safe to repeat. Nothing happens to jobs
     * at the vendor; another instance goes on with them.
     */
    @Override
    void close();
}
