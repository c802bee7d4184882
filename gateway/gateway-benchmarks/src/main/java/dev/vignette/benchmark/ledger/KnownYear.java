package dev.vignette.benchmark.ledger;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year of charges with corrections whose sums are known.
 *
 * @param charges how many charges; corrections come on top
 */
public record KnownYear(int charges) {
    private static final long NANOS = 1_000_000_000L;
    private static final int BATCH = 10_000;
    private static final int MICROS = 1_000_000;
    private static final String INSERT =
            """
            INSERT INTO charges (sequence, id, charged_at, provider, adapter, model, model_version,
                provider_id, generation_id, attempt_id, attempt_number, client, kind, ordered,
                images, gpu_seconds, gpu_micros, took, quantity, unit, unit_price, amount_micros,
                currency, certainty, price_version, outcome, labels, sandbox, type, corrects,
                corrected_at, source, source_key, reason)
            VALUES (?, ?, ?, ?, ?, 'portrait', 'a7cb', ?, ?, ?, 1, ?, ?, 4, ?, '12.5', 12500000, ?,
                ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, ?, ?, ?, ?, ?, ?)
            """;

    /** Its charges, in order. */
    public Stream<KnownLine> lines() {
        return IntStream.rangeClosed(1, charges).mapToObj(number -> new KnownLine(number, charges));
    }

    /** What each provider cost in each month, in millionths, by {@code 2025-06 replicate}. */
    public Map<String, Long> truth() {
        Map<String, Long> truth = new TreeMap<>();
        lines().filter(line -> line.cost() != null)
                .forEach(line ->
                        truth.merge(line.month() + " " + line.provider(), line.cost(), Long::sum));
        return truth;
    }

    /** What all of it cost in that currency, in millionths. */
    public long total(String currency) {
        return lines().filter(line -> line.currency().equals(currency) && line.cost() != null)
                .mapToLong(KnownLine::cost)
                .sum();
    }

    /** Writes it into the tables of a gateway that has been started once and has ended. */
    public void fill(Connection database) throws SQLException {
        database.setAutoCommit(false);
        long sequence = 0;
        try (PreparedStatement insert = database.prepareStatement(INSERT)) {
            for (int number = 1; number <= charges; number++) {
                KnownLine line = new KnownLine(number, charges);
                charge(insert, ++sequence, line);
                if (line.corrected() != null) {
                    correction(insert, ++sequence, line);
                }
                if (number % BATCH == 0 || number == charges) {
                    insert.executeBatch();
                }
            }
        }
        database.commit();
    }

    /** Lets a cost log go on after the last line: writing it is not what is measured. */
    public void skipLog(Path data) {
        long last = charges + lines().filter(line -> line.corrected() != null).count();
        try {
            Path logs = Files.createDirectories(data.resolve("logs"));
            Files.writeString(logs.resolve("cost.jsonl"), "{\"sequence\":" + last + "}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A provider's invoice for a month, as it should be.
     *
     * @param off by how many millionths the amount of each thousandth line differs from the truth
     * @return what it comes to, in millionths
     */
    public long invoice(Path file, YearMonth month, String provider, long off) {
        Predicate<KnownLine> billed =
                line ->
                        line.month().equals(month)
                                && line.provider().equals(provider)
                                && line.cost() != null;
        long sum = 0;
        try (BufferedWriter csv = Files.newBufferedWriter(file)) {
            csv.write("id,amount,currency\r\n");
            for (KnownLine line : (Iterable<KnownLine>) lines().filter(billed)::iterator) {
                long micros = line.cost() + (line.number() % 1000 == 1 ? off : 0);
                sum += micros;
                csv.write(
                        String.format(
                                Locale.ROOT,
                                "%s,%s%d.%06d,%s\r\n",
                                line.job(),
                                micros < 0 ? "-" : "",
                                Math.abs(micros) / MICROS,
                                Math.abs(micros) % MICROS,
                                line.currency()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sum;
    }

    private static void charge(PreparedStatement insert, long sequence, KnownLine line)
            throws SQLException {
        Long micros = line.charged();
        int place = work(insert, sequence, "chg_%026d".formatted(line.number()), line.at(), line);
        insert.setObject(++place, String.valueOf(line.images()));
        insert.setString(++place, "image");
        insert.setString(++place, "0.04");
        insert.setObject(++place, micros);
        insert.setString(++place, micros == null ? null : line.currency());
        insert.setString(++place, micros == null ? "unpriced" : "price_book");
        insert.setString(++place, micros == null ? null : "book/0.04");
        place = end(insert, place, line, "charge");
        insert.setString(++place, null);
        insert.setObject(++place, null);
        insert.setString(++place, null);
        insert.setString(++place, null);
        insert.setString(++place, null);
        insert.addBatch();
    }

    private static void correction(PreparedStatement insert, long sequence, KnownLine line)
            throws SQLException {
        int place = work(insert, sequence, "cor_%026d".formatted(line.number()), line.at(), line);
        insert.setObject(++place, null);
        insert.setString(++place, null);
        insert.setString(++place, null);
        insert.setObject(++place, line.corrected());
        insert.setString(++place, line.currency());
        insert.setString(++place, "reported");
        insert.setString(++place, null);
        place = end(insert, place, line, "correction");
        insert.setString(++place, "chg_%026d".formatted(line.number()));
        insert.setLong(++place, nanos(line.at()));
        insert.setString(++place, "invoice");
        insert.setString(++place, "known/" + line.number());
        insert.setString(++place, "made up");
        insert.addBatch();
    }

    private static int work(
            PreparedStatement insert, long sequence, String id, Instant at, KnownLine line)
            throws SQLException {
        int place = 0;
        insert.setLong(++place, sequence);
        insert.setString(++place, id);
        insert.setLong(++place, nanos(at));
        insert.setString(++place, line.provider());
        insert.setString(++place, line.provider());
        insert.setString(++place, line.job());
        insert.setString(++place, "gen_%026d".formatted(line.number()));
        insert.setString(++place, "att_%026d".formatted(line.number()));
        insert.setString(++place, "client-" + line.number() % 7);
        insert.setString(++place, line.number() % 2 == 0 ? "headshot" : "portrait_series");
        insert.setInt(++place, line.images());
        insert.setLong(++place, (line.number() * 7919L % 30_000 + 1_000) * 1_000_000L);
        return place;
    }

    private static int end(PreparedStatement insert, int before, KnownLine line, String type)
            throws SQLException {
        int place = before;
        insert.setString(++place, line.outcome());
        insert.setString(++place, "{\"cost_center\":\"web-" + line.number() % 50 + "\"}");
        insert.setString(++place, type);
        return place;
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * NANOS + at.getNano();
    }
}
