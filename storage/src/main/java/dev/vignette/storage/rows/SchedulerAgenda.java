package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.Scheduler;
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
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agenda on db-scheduler. Work is started by {@link #wake} at once; its entry in the table is
 * the net under it, and joins the work when it falls due while that is under way. Only a process
 * that holds the data directory may begin, for it takes over whatever another one had picked.
 */
final class SchedulerAgenda implements Agenda {
    private static final Logger LOG = LoggerFactory.getLogger(SchedulerAgenda.class);

    /** Each waits on a virtual thread, so this bounds memory and nothing else. */
    private static final int MOST_AT_ONCE = 20_000;

    private static final Duration POLLING = Duration.ofMillis(200);

    /** Rare, for nobody else could notice a death: a data directory has one process. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);

    /** After so many an entry that could not be given back is given out again. */
    private static final int MISSED_HEARTBEATS = 4;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final DataSource connections;
    private final Writer writer;
    private final Clock clock;
    private final Upkeep upkeep;
    private @Nullable Runs runs;
    private @Nullable Scheduler scheduler;

    SchedulerAgenda(DataSource connections, Writer writer, Clock clock) {
        this.connections = connections;
        this.writer = writer;
        this.clock = clock;
        this.upkeep = new Upkeep(clock);
    }

    @Override
    public synchronized void begin(Consumer<ProductionId> work) {
        if (runs != null) {
            throw new IllegalStateException("the agenda has begun");
        }
        int left = writer.write(session -> AgendaRows.release(session, clock.instant()));
        if (left > 0) {
            LOG.info("Takes up {} entries that an earlier process left", left);
        }
        Runs started = new Runs(work, this::after);
        runs = started;
        scheduler = scheduler(production(started));
        scheduler.start();
    }

    @Override
    public void wake(ProductionId production) {
        Runs started = started();
        if (started != null) {
            started.start(production);
        }
    }

    @Override
    public void every(String name, Duration pause, Runnable task) {
        upkeep.add(name, pause, task);
        writer.write(session -> {
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
        writer.write(session -> {
            AgendaRows.remove(session, production);
            return null;
        });
    }

    private void giveBack(ProductionId production, Throwable failure) {
        Instant now = clock.instant();
        writer.write(session -> AgendaRows.giveBack(session, production, now))
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
        return Scheduler.create(connections, production, upkeep.task())
                .jdbcCustomization(new EpochMillis())
                .schedulerName(new SchedulerName.Fixed("vignette"))
                .clock(clock::instant)
                .threads(MOST_AT_ONCE)
                .executorService(
                        Executors.newThreadPerTaskExecutor(
                                Thread.ofVirtual().name("agenda-", 0).factory()))
                .pollUsingFetch(0.5, 1.0)
                .pollingInterval(POLLING)
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .shutdownMaxWait(PATIENCE)
                .failureLogging(LogLevel.WARN, true)
                .build();
    }
}
