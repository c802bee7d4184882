package dev.vignette.engine;

import dev.vignette.provider.Cancels;
import dev.vignette.provider.TaskHandle;
import java.util.concurrent.atomic.AtomicInteger;

/** One that can stop a job. */
public final class CancellingProvider extends ScriptedProvider implements Cancels {
    private final AtomicInteger cancels = new AtomicInteger();

    /** See {@link ScriptedProvider}. */
    public CancellingProvider(String name) {
        super(name);
    }

    @Override
    public void cancel(TaskHandle task) {
        cancels.incrementAndGet();
    }

    /** How often it was asked to stop. */
    public int cancels() {
        return cancels.get();
    }
}
