package dev.vignette.storage.rows;

import dev.vignette.portrait.Kind;
import dev.vignette.store.Experience;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What charges and generations tell of requests that were made before. */
final class SqlExperience implements Experience {
    private final Reader reader;

    SqlExperience(Reader reader) {
        this.reader = reader;
    }

    @Override
    public List<Duration> took(String provider, Kind kind, Instant since, int most) {
        return reader.read(session ->
                session.list(
                        """
                        SELECT took FROM charges
                        WHERE charged_at >= ? AND provider = ? AND kind = ?
                            AND outcome = 'succeeded' AND type = 'charge' AND took IS NOT NULL
                        ORDER BY charged_at DESC LIMIT ?
                        """,
                        row -> Duration.ofNanos(row.number("took")),
                        Times.number(since),
                        provider,
                        kind.wireName(),
                        most));
    }

    @Override
    public Served served(String client, Kind kind, Instant since, int most) {
        return reader.read(session ->
                session.first(
                                """
                                SELECT COUNT(*) AS requests, COALESCE(SUM(
                                    CASE WHEN origin = 'bought' THEN 0 ELSE 1 END), 0) AS unbought
                                FROM (SELECT origin FROM generations
                                    WHERE client = ? AND kind = ? AND created_at >= ?
                                    ORDER BY created_at DESC LIMIT ?) AS latest
                                """,
                                row -> new Served(row.number("requests"), row.number("unbought")),
                                client,
                                kind.wireName(),
                                Times.number(since),
                                most)
                        .orElseThrow());
    }
}
