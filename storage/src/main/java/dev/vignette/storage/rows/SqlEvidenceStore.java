package dev.vignette.storage.rows;

import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.store.EvidenceStore;
import java.util.List;

/** Evidence in a table. */
final class SqlEvidenceStore implements EvidenceStore {
    private static final Insert<Evidence> INSERT =
            Insert.<Evidence>into("evidence")
                    .with("attempt_id", evidence -> evidence.attempt().value())
                    .with("at", evidence -> Times.number(evidence.at()))
                    .with("kind", evidence -> evidence.kind().wireName())
                    .with("task", evidence -> evidence.task() == null ? "" : evidence.task())
                    .with("detail", Evidence::detail)
                    .build();

    private static final Names<Evidence.Kind> KINDS =
            Names.of(Evidence.Kind.values(), Evidence.Kind::wireName);

    private final Writer writer;
    private final Reader reader;

    SqlEvidenceStore(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void note(Evidence evidence) {
        writer.write(session -> INSERT.runUnlessThere(session, evidence));
    }

    @Override
    public List<Evidence> of(AttemptId attempt) {
        return reader.read(session ->
                session.list(
                        "SELECT * FROM evidence WHERE attempt_id = ? ORDER BY at",
                        SqlEvidenceStore::read,
                        attempt.value()));
    }

    private static Evidence read(Row row) {
        String task = row.text("task");
        return new Evidence(
                new AttemptId(row.text("attempt_id")),
                row.instant("at"),
                KINDS.value(row.text("kind")),
                task.isEmpty() ? null : task,
                row.text("detail"));
    }
}
