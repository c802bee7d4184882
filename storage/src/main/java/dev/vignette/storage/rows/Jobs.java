package dev.vignette.storage.rows;

import dev.vignette.generation.Orphan;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import java.util.List;

/** Jobs at providers: each belongs to one attempt, or is an orphan in the table of that name. */
final class Jobs {
    private static final Insert<Orphan> INSERT =
            Insert.<Orphan>into("orphans")
                    .with("provider", Orphan::provider)
                    .with("task_id", orphan -> orphan.task().providerId())
                    .with("task_token", orphan -> orphan.task().token())
                    .with("attempt_id", orphan -> orphan.attempt().value())
                    .with("seen_at", orphan -> Times.number(orphan.seenAt()))
                    .build();

    private Jobs() {}

    /** Whether nobody has that job, and nobody else can take it until the transaction is over. */
    static boolean claim(Session session, String provider, String task) {
        session.lock("job %s %s".formatted(provider, task));
        return !session.any(
                """
                SELECT 1 FROM attempts WHERE provider = ? AND task_id = ?
                UNION ALL SELECT 1 FROM orphans WHERE provider = ? AND task_id = ?
                """,
                provider,
                task,
                provider,
                task);
    }

    static void add(Session session, Orphan orphan) {
        INSERT.run(session, orphan);
    }

    /** The newest. */
    static List<Orphan> orphans(Session session, int limit) {
        return session.list(
                "SELECT * FROM orphans ORDER BY seen_at DESC, task_id LIMIT ?", Jobs::read, limit);
    }

    private static Orphan read(Row row) {
        return new Orphan(
                row.text("provider"),
                new TaskHandle(row.text("task_id"), row.text("task_token")),
                new AttemptId(row.text("attempt_id")),
                row.instant("seen_at"));
    }
}
