package dev.vignette.storage.rows;

import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * One of several gateways on a database. Whoever picks an entry first has it, as long as he shows
 * that he lives; what he has lost he leaves alone.
 *
 * @param name told apart from every other process, also an earlier one on the same machine
 * @param heartbeat how often it shows that it lives; after four that are missing it counts as dead,
 *     which others notice within two more
 */
record SharedHolder(String name, Duration heartbeat) implements Holder {
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    /** This process. */
    static SharedHolder create() {
        return named(HEARTBEAT);
    }

    /** This process, with another heartbeat. */
    static SharedHolder named(Duration heartbeat) {
        String host = new SchedulerName.Hostname().getName();
        long process = ProcessHandle.current().pid();
        return new SharedHolder("%s %d %s".formatted(host, process, UUID.randomUUID()), heartbeat);
    }

    /** Nobody: an entry that was given back is no longer his. */
    @Override
    public String unpicked() {
        return "";
    }

    @Override
    public Duration net() {
        return Duration.ZERO;
    }

    @Override
    public boolean startsAtOnce() {
        return false;
    }

    @Override
    public SchedulerBuilder configure(SchedulerBuilder scheduler) {
        return scheduler
                .jdbcCustomization(new PostgresMillis())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(heartbeat);
    }

    /** Nothing: whom it belongs to may live. What is not picked is found by looking. */
    @Override
    public int takeUp(Session session, Instant now) {
        return 0;
    }

    @Override
    public int stepBack(Session session, Instant now) {
        return AgendaRows.giveBackAll(session, this, now);
    }
}
