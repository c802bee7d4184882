package dev.vignette.storage.rows;

import dev.vignette.provider.FailureKind;
import dev.vignette.store.TrackRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How providers did, from the table of attempts. */
final class SqlTrackRecords implements TrackRecords {
    private static final Names<FailureKind> KINDS =
            Names.of(FailureKind.values(), FailureKind::wireName);

    private final Reader reader;

    SqlTrackRecords(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Run> of(String provider, Instant since, int most) {
        return reader.read(session ->
                session.list(
                        """
                        SELECT state, failure_kind, started_at, completed_at FROM attempts
                        WHERE provider = ? AND started_at >= ? AND completed_at IS NOT NULL
                        ORDER BY started_at DESC LIMIT ?
                        """,
                        SqlTrackRecords::read,
                        provider,
                        Times.number(since),
                        most));
    }

    private static Run read(Row row) {
        Duration took = Duration.between(row.instant("started_at"), row.instant("completed_at"));
        return new Run(
                row.text("state"),
                Optional.ofNullable(row.textOrNull("failure_kind")).map(KINDS::value).orElse(null),
                took.isNegative() ? Duration.ZERO : took);
    }
}
