package dev.vignette.storage.rows;

import dev.vignette.store.PastDemands;
import java.time.Instant;
import java.util.List;

/** What was asked before, from the table of productions. */
final class SqlPastDemands implements PastDemands {
    private final Reader reader;

    SqlPastDemands(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<PastDemand> since(Instant since, int most) {
        return reader.read(session ->
                session.list(
                        """
                        SELECT * FROM productions WHERE created_at >= ?
                        ORDER BY created_at DESC LIMIT ?
                        """,
                        row ->
                                new PastDemand(
                                        row.text("client"),
                                        Requests.of(row),
                                        TermsColumns.read(row),
                                        row.instant("created_at")),
                        Times.number(since),
                        most));
    }
}
