package dev.vignette.storage.rows;

import dev.vignette.store.AuditEntry;
import dev.vignette.store.Pause;
import dev.vignette.store.PauseStore;
import java.util.List;

/** Which providers rest, in a table. */
final class SqlPauseStore implements PauseStore {
    private final Writer writer;
    private final Reader reader;

    SqlPauseStore(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public List<Pause> all() {
        return reader.read(session ->
                session.list(
                        "SELECT * FROM pauses ORDER BY provider",
                        row ->
                                new Pause(
                                        row.text("provider"),
                                        row.instant("since"),
                                        row.text("client"),
                                        row.text("reason"))));
    }

    @Override
    public boolean pause(Pause pause, AuditEntry entry) {
        return writer.write(session ->
                noted(
                        session,
                        entry,
                        session.update(
                                """
                                INSERT INTO pauses (provider, since, client, reason)
                                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """,
                                pause.provider(),
                                Times.number(pause.since()),
                                pause.client(),
                                pause.reason())));
    }

    @Override
    public boolean resume(String provider, AuditEntry entry) {
        return writer.write(session ->
                noted(
                        session,
                        entry,
                        session.update("DELETE FROM pauses WHERE provider = ?", provider)));
    }

    private static boolean noted(Session session, AuditEntry entry, int changed) {
        if (changed > 0) {
            SqlAuditTrail.add(session, entry);
        }
        return changed > 0;
    }
}
