package dev.vignette.storage.rows;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import dev.vignette.store.Inbox;
import dev.vignette.store.InboxEntry;
import java.time.Instant;
import java.util.List;

/** The inbox in a table. */
final class SqlInbox implements Inbox {
    private static final Insert<InboxEntry> INSERT =
            Insert.<InboxEntry>into("inbox")
                    .with("provider", InboxEntry::provider)
                    .with("id", InboxEntry::id)
                    .with("attempt_id", entry -> entry.attempt().value())
                    .with(
                            "task_id",
                            entry -> entry.task() == null ? null : entry.task().providerId())
                    .with("task_token", entry -> entry.task() == null ? null : entry.task().token())
                    .with("proven", InboxEntry::proven)
                    .with("received_at", entry -> Times.number(entry.receivedAt()))
                    .with("done", _ -> false)
                    .build();

    private final Writer writer;
    private final Reader reader;

    SqlInbox(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public boolean take(InboxEntry entry) {
        return writer.write(session -> INSERT.runUnlessThere(session, entry));
    }

    @Override
    public List<InboxEntry> pending(int limit) {
        return reader.read(session ->
                session.list(
                        "SELECT * FROM inbox WHERE NOT done ORDER BY received_at, id LIMIT ?",
                        SqlInbox::read,
                        limit));
    }

    @Override
    public void done(InboxEntry entry) {
        writer.write(session ->
                session.update(
                        "UPDATE inbox SET done = TRUE WHERE provider = ? AND id = ?",
                        entry.provider(),
                        entry.id()));
    }

    @Override
    public void forget(Instant receivedBefore) {
        writer.write(session ->
                session.update(
                        "DELETE FROM inbox WHERE done AND received_at < ?",
                        Times.number(receivedBefore)));
    }

    private static InboxEntry read(Row row) {
        String task = row.textOrNull("task_id");
        return new InboxEntry(
                row.text("provider"),
                row.text("id"),
                new AttemptId(row.text("attempt_id")),
                task == null ? null : new TaskHandle(task, row.text("task_token")),
                row.flag("proven"),
                row.instant("received_at"));
    }
}
