package dev.vignette.engine;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** One that shows how many jobs stand in one call, as it is told to. */
public final class WatchedProvider extends ScriptedProvider implements WatchesJobs {
    private final Map<TaskHandle, SeenJob> shown = new ConcurrentHashMap<>();
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicInteger readings = new AtomicInteger();

    /** See {@link ScriptedProvider}. */
    public WatchedProvider(String name) {
        super(name);
    }

    /** Shows that job so from now on, as made at the moment when it is shown first. */
    public void shows(TaskHandle task, SeenJob.Stand stand) {
        shown.compute(
                task,
                (_, before) ->
                        new SeenJob(
                                task, before == null ? Instant.now() : before.createdAt(), stand));
    }

    /** Its list cannot be read any more, or can again. */
    public void breaks(boolean breaks) {
        broken.set(breaks);
    }

    /** How often its list was read. */
    public int readings() {
        return readings.get();
    }

    @Override
    public int jobsPerCall() {
        return 100;
    }

    @Override
    public Reading watch(Instant from, Instant to) {
        readings.incrementAndGet();
        return broken.get()
                ? new Reading.Broken(ProviderFailure.of(FailureKind.UNAVAILABLE, "scripted"), 1)
                : new Reading.Complete(
                        shown.values().stream()
                                .filter(job -> !job.createdAt().isBefore(from))
                                .filter(job -> job.createdAt().isBefore(to))
                                .toList(),
                        1);
    }
}
