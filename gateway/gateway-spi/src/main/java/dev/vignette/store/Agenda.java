package dev.vignette.store;

import dev.vignette.id.ProductionId;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Sees to it that every production is worked on by somebody until nothing is left to do, also after
 * a crash.
 *
 * <p>{@link GenerationStore#accept} writes an entry; {@link ProductionStore#finish} takes it out,
 * or else the end of the work does. In between the work is given out to one worker at a time; that
 * it is given out twice after a failure is always safe, because only one step of an attempt permits
 * to send.
 */
public interface Agenda extends AutoCloseable {

    /**
     * Begins to give work out: first what an earlier process left, then what is accepted. The work
     * blocks until nothing is left to do, on a virtual thread of its own; when it returns, its
     * entry is taken out, unless something has come up meanwhile that it did not see: then, and
     * when it throws, it is given out again.
     */
    void begin(Consumer<ProductionId> work);

    /** Starts the work on this production at once, unless it is under way here. Never blocks. */
    void wake(ProductionId production);

    /**
     * Runs a task again and again, on one gateway at a time, first soon after {@link #begin}.
     *
     * @param name stable over restarts
     */
    void every(String name, Duration pause, Runnable task);

    /** Gives out no more work, interrupts what is under way, and waits for it to step back. */
    @Override
    void close();
}
