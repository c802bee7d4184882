package dev.vignette.benchmark.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * A ledger with charges that nobody bought: evenly over one month, three in a hundred failed, one
 * in a hundred without a price, two providers, seven clients, fifty labels.
 *
 * @param lines how many charges
 * @param micros what they come to, in millionths of a dollar
 */
record FilledLedger(int lines, long micros) {
    /** The month they are in. */
    static final String MONTH = "2026-01";

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final long NANOS = 1_000_000_000L;
    private static final int BATCH = 10_000;
    private static final String INSERT =
            """
            INSERT INTO charges (sequence, id, charged_at, provider, adapter, model, model_version,
                provider_id, generation_id, attempt_id, attempt_number, client, kind, ordered,
                images, gpu_seconds, gpu_micros, took, quantity, unit, unit_price, amount_micros,
                currency, certainty, price_version, outcome, labels, sandbox, type)
            VALUES (?, ?, ?, ?, ?, 'portrait', 'a7cb', ?, ?, ?, 1, ?, ?, 4, ?, '12.5', 12500000, ?,
                ?, 'image', '0.04', ?, ?, ?, 'replicate/*/image/0.04USD/2026-01-01', ?, ?, FALSE,
                'charge')
            """;

    /**
     * Fills the ledger of a gateway that has been started once and has ended.
     *
     * @param data its data directory
     */
    static FilledLedger in(Path data, int lines) {
        try (Connection database =
                        DriverManager.getConnection("jdbc:sqlite:" + data.resolve("rows.db"));
                PreparedStatement insert = database.prepareStatement(INSERT)) {
            database.setAutoCommit(false);
            long micros = 0;
            for (int line = 1; line <= lines; line++) {
                micros += bind(insert, line, lines);
                insert.addBatch();
                if (line % BATCH == 0 || line == lines) {
                    insert.executeBatch();
                }
            }
            database.commit();
            // The cost log goes on after its last line; writing a million is not what is measured.
            Path logs = Files.createDirectories(data.resolve("logs"));
            Files.writeString(logs.resolve("cost.jsonl"), "{\"sequence\":" + lines + "}\n");
            return new FilledLedger(lines, micros);
        } catch (SQLException e) {
            throw new IllegalStateException("the ledger cannot be filled", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long bind(PreparedStatement insert, int line, int lines) throws SQLException {
        boolean failed = line % 33 == 0;
        boolean unpriced = line % 100 == 0;
        int images = failed ? 0 : 4;
        long micros = unpriced ? 0 : images * 40_000L + line % 7;
        String provider = line % 3 == 0 ? "modelslab" : "replicate";
        int place = 0;
        insert.setLong(++place, line);
        insert.setString(++place, "chg_%026d".formatted(line));
        insert.setLong(++place, BEGIN.getEpochSecond() * NANOS + at(line, lines));
        insert.setString(++place, provider);
        insert.setString(++place, provider);
        insert.setString(++place, "job-%020d".formatted(line));
        insert.setString(++place, "gen_%026d".formatted(line));
        insert.setString(++place, "att_%026d".formatted(line));
        insert.setString(++place, "client-" + line % 7);
        insert.setString(++place, line % 2 == 0 ? "headshot" : "portrait_series");
        insert.setInt(++place, images);
        insert.setLong(++place, (line * 7919L % 30_000 + 1_000) * 1_000_000L);
        insert.setString(++place, String.valueOf(images));
        insert.setObject(++place, unpriced ? null : micros);
        insert.setString(++place, unpriced ? null : "USD");
        insert.setString(++place, unpriced ? "unpriced" : "price_book");
        insert.setString(++place, failed ? "failed" : "succeeded");
        insert.setString(++place, "{\"cost_center\":\"web-" + line % 50 + "\"}");
        return micros;
    }

    private static long at(int line, int lines) {
        return Duration.ofDays(31).toNanos() / lines * (line - 1);
    }
}
