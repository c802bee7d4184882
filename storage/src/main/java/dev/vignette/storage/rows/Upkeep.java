package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What runs again and again: one task of db-scheduler, of which each recurring thing is an
 * instance.
 */
final class Upkeep {
    private static final Logger LOG = LoggerFactory.getLogger(Upkeep.class);

    /** When an instance that nobody has named yet in this process is looked at again. */
    private static final Duration UNKNOWN = Duration.ofMinutes(1);

    private final Clock clock;
    private final Map<String, Recurring> tasks = new ConcurrentHashMap<>();
    private final Set<Thread> busy = ConcurrentHashMap.newKeySet();

    Upkeep(Clock clock) {
        this.clock = clock;
    }

    private record Recurring(Duration pause, Runnable task) {}

    /** Says what an instance is to do. */
    void add(String name, Duration pause, Runnable task) {
        tasks.put(name, new Recurring(pause, task));
    }

    /** The task for the scheduler. */
    CustomTask<Void> task() {
        return Tasks.custom(AgendaRows.UPKEEP, Void.class)
                .execute((instance, _) -> again(run(instance.getId())));
    }

    /** Interrupts what is under way. */
    void interrupt() {
        busy.forEach(Thread::interrupt);
    }

    private Duration run(String name) {
        Recurring recurring = tasks.get(name);
        if (recurring == null) {
            return UNKNOWN;
        }
        busy.add(Thread.currentThread());
        try {
            recurring.task().run();
        } catch (RuntimeException | Error e) {
            LOG.warn(
                    "The recurring task {} failed; it runs again in {}",
                    name,
                    recurring.pause(),
                    e);
        } finally {
            busy.remove(Thread.currentThread());
        }
        return recurring.pause();
    }

    private CompletionHandler<Void> again(Duration pause) {
        return (complete, operations) ->
                operations.reschedule(complete, clock.instant().plus(pause));
    }
}
