package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Agenda;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agenda on db-scheduler: an entry in its table for each production. An entry that falls due
 * while its work is under way here joins that work.
 */
final class SchedulerAgenda implements Agenda {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerAgenda.class);

    /** Each waits on a virtual thread, so this bounds memory and nothing else. */
    private static final int MOST_AT_ONCE = 20_000;

    private static final Duration POLLING = Duration.ofMillis(200);

    /** After so many an entry is given out again. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Database database;
    private final Holder holder;
    private final Clock clock;
    private final Upkeep upkeep;
    private @Nullable Runs runs;
    private @Nullable Scheduler scheduler;

    SchedulerAgenda(Database database, Holder holder, Clock clock) {
        this.database = database;
        this.holder = holder;
        this.clock = clock;
        this.upkeep = new Upkeep(clock);
    }

    @Override
    public synchronized void begin(Consumer<ProductionId> work) {
        if (runs != null) {
            throw new IllegalStateException("the agenda has begun");
        }
        int left = database.writer().write(session -> holder.takeUp(session, clock.instant()));
        if (left > 0) {
            LOG.info("Takes up {} entries that an earlier process left", left);
        }
        Runs started = new Runs(work, this::after);
        runs = started;
        scheduler = scheduler(production(started));
        scheduler.start();
    }

    /** How long after acceptance an entry falls due. */
    Duration net() {
        return holder.net();
    }

    @Override
    public void wake(ProductionId production) {
        Runs started = started();
        if (started == null || started.underWay(production)) {
            return;
        }
        if (holder.startsAtOnce()) {
            started.start(production);
            return;
        }
        Thread.startVirtualThread(() -> call(production));
    }

    @Override
    public void every(String name, Duration pause, Runnable task) {
        upkeep.add(name, pause, task);
        database.writer()
                .write(session -> {
                    AgendaRows.recur(session, name, clock.instant());
                    return null;
                });
    }

    @Override
    public synchronized void close() {
        Scheduler current = scheduler;
        if (runs == null || current == null) {
            return;
        }
        current.pause();
        upkeep.interrupt();
        runs.close(PATIENCE);
        current.stop();
        scheduler = null;
        database.writer().write(session -> holder.stepBack(session, clock.instant()));
    }

    /** Has the entry picked by whoever is free, which is mostly this process. */
    private void call(ProductionId production) {
        look();
        Instant now = clock.instant();
        try {
            if (database.writer().write(session -> AgendaRows.call(session, production, now))) {
                look();
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not be called; its entry is found when it is due", production, e);
        }
    }

    private synchronized void look() {
        if (scheduler != null) {
            scheduler.triggerCheckForDueExecutions();
        }
    }

    private synchronized @Nullable Runs started() {
        return runs;
    }

    /** Work that came back is over, and work that failed is given out again. */
    private void after(ProductionId production, @Nullable Throwable failure) {
        if (failure != null) {
            giveBack(production, failure);
            return;
        }
        database.writer()
                .write(session -> {
                    AgendaRows.leave(session, production, holder, clock.instant());
                    return null;
                });
    }

    private void giveBack(ProductionId production, Throwable failure) {
        Instant now = clock.instant();
        database.writer()
                .write(session -> AgendaRows.giveBack(session, production, holder, now))
                .ifPresent(pause ->
                        LOG.warn(
                                "{} stopped short; it is taken up again in {}",
                                production,
                                pause,
                                failure));
    }

    private static CustomTask<Void> production(Runs runs) {
        // The entry is taken out when the production ends or its work does, or given back.
        CompletionHandler<Void> leave = (_, _) -> {};
        return Tasks.custom(AgendaRows.PRODUCTION, Void.class)
                .execute((instance, _) -> {
                    runs.join(new ProductionId(instance.getId()));
                    return leave;
                });
    }

    private Scheduler scheduler(CustomTask<Void> production) {
        SchedulerBuilder builder =
                Scheduler.create(database.pools().writing(), production, upkeep.task());
        return holder.configure(builder)
                .schedulerName(new SchedulerName.Fixed(holder.name()))
                .clock(clock::instant)
                .threads(MOST_AT_ONCE)
                .executorService(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("agenda-", 0).factory()))
                .pollingInterval(POLLING)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }
}
