package dev.vignette.storage.rows;

import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import java.util.List;

/** The audit trail in a table that refuses changes. */
final class SqlAuditTrail implements AuditTrail {
    private static final String ADD =
            """
            INSERT INTO audit (sequence, at, client, action, subject, reason)
            SELECT COALESCE(MAX(sequence), 0) + 1, ?, ?, ?, ?, ? FROM audit
            """;

    private final Writer writer;
    private final Reader reader;

    SqlAuditTrail(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public void write(AuditEntry entry) {
        writer.write(session -> {
            add(session, entry);
            return true;
        });
    }

    /** Adds an entry together with what it tells of. */
    static void add(Session session, AuditEntry entry) {
        session.lock("audit");
        session.update(
                ADD,
                Times.number(entry.at()),
                entry.client(),
                entry.action(),
                entry.subject(),
                entry.reason());
    }

    @Override
    public List<AuditEntry> of(String subject) {
        return reader.read(session ->
                session.list(
                        "SELECT * FROM audit WHERE subject = ? ORDER BY sequence",
                        SqlAuditTrail::read,
                        subject));
    }

    private static AuditEntry read(Row row) {
        return new AuditEntry(
                row.instant("at"),
                row.text("client"),
                row.text("action"),
                row.text("subject"),
                row.text("reason"));
    }
}
