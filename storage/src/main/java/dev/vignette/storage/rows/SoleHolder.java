package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import java.time.Duration;
import java.time.Instant;

/**
 * The only gateway on a database. It starts work at once; the entry of that work is a net, and no
 * matter who picked it, nobody else can be at it.
 */
record SoleHolder() implements Holder {
    /** Rare, for nobody could notice a death. */
    private static final Duration HEARTBEAT = Duration.ofMinutes(5);

    private static final Duration NET = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "vignette";
    }

    @Override
    public String unpicked() {
        return name();
    }

    @Override
    public Duration net() {
        return NET;
    }

    @Override
    public boolean startsAtOnce() {
        return true;
    }

    @Override
    public SchedulerBuilder configure(SchedulerBuilder scheduler) {
        return scheduler
                .jdbcCustomization(new SqliteMillis())
                .pollUsingFetch(0.5, 1.0)
                .heartbeatInterval(HEARTBEAT);
    }

    @Override
    public int takeUp(Session session, Instant now) {
        return AgendaRows.release(session, now);
    }

    /** Nothing: the next process takes up whatever it finds. */
    @Override
    public int stepBack(Session session, Instant now) {
        return 0;
    }
}
