package dev.vignette.storage.rows;

import dev.vignette.id.ProductionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code scheduled_tasks}, as far as it is written beside db-scheduler. */
final class AgendaRows {
    /** The name of the task whose instances are productions. */
    static final String PRODUCTION = "production";

    /** The name of the task whose instances run again and again. */
    static final String UPKEEP = "upkeep";

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private AgendaRows() {}

    /** Adds the entry of a production, in the transaction that accepts it. */
    static void add(Session session, ProductionId production, Instant due) {
        session.update(
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, ?, FALSE, 1)
                """,
                PRODUCTION,
                production.value(),
                due.toEpochMilli());
    }

    /** Takes the entry of a production out, if it is there. */
    static void remove(Session session, ProductionId production) {
        session.update(
                "DELETE FROM scheduled_tasks WHERE task_name = ? AND task_instance = ?",
                PRODUCTION,
                production.value());
    }

    /**
     * Takes the entry of a production out whose work is over, unless somebody else has it. What has
     * come up while the work was ending, a job found late for example, gives it out again soon.
     */
    static void leave(Session session, ProductionId production, Holder holder, Instant now) {
        ProductionRows.lock(session, production);
        if (ProductionRows.underWay(session, production)) {
            letGo(session, production, holder, now.plus(FIRST_PAUSE));
            return;
        }
        session.update(
                """
                DELETE FROM scheduled_tasks
                WHERE task_name = ? AND task_instance = ? AND COALESCE(picked_by, ?) = ?
                """,
                PRODUCTION,
                production.value(),
                holder.unpicked(),
                holder.name());
    }

    private static void letGo(
            Session session, ProductionId production, Holder holder, Instant due) {
        session.update(
                """
                UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                    execution_time = ?, version = version + 1
                WHERE task_name = ? AND task_instance = ? AND COALESCE(picked_by, ?) = ?
                """,
                due.toEpochMilli(),
                PRODUCTION,
                production.value(),
                holder.unpicked(),
                holder.name());
    }

    /**
     * Takes the entry of a production out in the transaction that ends it, unless something paid is
     * still under way.
     */
    static void removeWhenAtRest(Session session, ProductionId production) {
        if (!ProductionRows.underWay(session, production)) {
            remove(session, production);
        }
    }

    /** Puts a production back that may be off the agenda, in the transaction that wants it. */
    static void callBack(Session session, ProductionId production, Instant now) {
        session.update(
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, ?, FALSE, 1)
                ON CONFLICT DO NOTHING
                """,
                PRODUCTION,
                production.value(),
                now.toEpochMilli());
    }

    /** Adds a recurring task, or makes the one that is there due at once. */
    static void recur(Session session, String name, Instant now) {
        session.update(
                """
                INSERT INTO scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                VALUES (?, ?, ?, FALSE, 1)
                ON CONFLICT (task_name, task_instance) DO UPDATE
                    SET execution_time = excluded.execution_time WHERE scheduled_tasks.picked = FALSE
                """,
                UPKEEP,
                name,
                now.toEpochMilli());
    }

    /**
     * Makes everything due that an earlier process left, also what it had picked. Right only while
     * no other process can be at work on this database.
     */
    static int release(Session session, Instant now) {
        return session.update(
                """
                UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                    execution_time = ?, version = version + 1
                WHERE picked OR task_name = ?
                """,
                now.toEpochMilli(),
                PRODUCTION);
    }

    /** Gives everything back at once that a process has picked which stops. */
    static int giveBackAll(Session session, Holder holder, Instant now) {
        return session.update(
                """
                UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,
                    execution_time = ?, version = version + 1
                WHERE picked_by = ?
                """,
                now.toEpochMilli(),
                holder.name());
    }

    /** Makes the entry of a production due that pauses. One that is picked has to be waited for. */
    static boolean call(Session session, ProductionId production, Instant now) {
        return session.update(
                        """
                        UPDATE scheduled_tasks SET execution_time = ?
                        WHERE task_name = ? AND task_instance = ? AND NOT picked
                            AND execution_time > ?
                        """,
                        now.toEpochMilli(),
                        PRODUCTION,
                        production.value(),
                        now.toEpochMilli())
                > 0;
    }

    /**
     * Gives the entry of a production back after its work failed.
     *
     * @return how long it pauses, longer each time in a row; empty when there is no entry any more,
     *     or somebody else has it
     */
    static Optional<Duration> giveBack(
            Session session, ProductionId production, Holder holder, Instant now) {
        Optional<Duration> pause =
                session.first(
                        """
                        UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL,
                            last_heartbeat = NULL, last_failure = ?, version = version + 1,
                            consecutive_failures = COALESCE(consecutive_failures, 0) + 1
                        WHERE task_name = ? AND task_instance = ? AND COALESCE(picked_by, ?) = ?
                        RETURNING consecutive_failures
                        """,
                        row -> pause(row.count("consecutive_failures")),
                        now.toEpochMilli(),
                        PRODUCTION,
                        production.value(),
                        holder.unpicked(),
                        holder.name());
        pause.ifPresent(wait -> due(session, production, now.plus(wait)));
        return pause;
    }

    /** How long an entry pauses after that many failures in a row. */
    static Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private static void due(Session session, ProductionId production, Instant at) {
        session.update(
                """
                UPDATE scheduled_tasks SET execution_time = ?
                WHERE task_name = ? AND task_instance = ?
                """,
                at.toEpochMilli(),
                PRODUCTION,
                production.value());
    }
}
