package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Picture;
import dev.vignette.provider.Limits;
import dev.vignette.store.Proposal;
import dev.vignette.tck.store.AtOnce;
import dev.vignette.tck.store.GenerationStoreContract;
import dev.vignette.tck.store.Progress;
import dev.vignette.tck.store.Purchase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Prints how fast rows are written on this machine, on both databases: cached hits accepted by one
 * caller and by 64, whole generations from acceptance to their end by one and by 64, and how long
 * 2,000 productions take to be under way. Run it with {@code -Xmx512m}; PostgreSQL is the one of
 * the tests, on the same disk.
 */
final class RowsBenchmark {
    private static final Duration ROUND = Duration.ofSeconds(3);
    private static final int PRODUCTIONS = 2_000;

    private RowsBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        Path directory =
                arguments.length > 0
                        ? Path.of(arguments[0])
                        : Files.createTempDirectory("rows-benchmark");
        long opening = System.nanoTime();
        try (Rows rows = SqliteRows.open(directory, Clock.systemUTC())) {
            print("SQLite: open a new database", millis(opening), "ms");
            measure(rows);
        }
        PostgresSettings database = PostgresServer.newDatabase();
        opening = System.nanoTime();
        Path beside = Files.createDirectories(directory.resolve("postgres"));
        try (Rows rows = PostgresRows.open(database, beside, Clock.systemUTC())) {
            print("PostgreSQL: open a database", millis(opening), "ms");
            measure(rows);
        }
    }

    private static void measure(Rows rows) {
        Proposal.Buy source = Purchase.valid().proposal();
        rows.generations().accept(source);
        Progress.complete(rows.productions(), source, Progress.FINISHED);
        for (int callers : new int[] {1, 64, 1, 64}) {
            acceptHits(rows, source, callers);
        }
        for (int callers : new int[] {1, 64, 1, 64}) {
            wholeGenerations(rows, callers);
        }
        print("1 caller reads productions", reads(rows, source), "reads/s");
        underWay(rows);
    }

    /** One attempt and two pictures: what is written between a request and its end. */
    private static void wholeGenerations(Rows rows, int callers) {
        long end = System.nanoTime() + ROUND.toNanos();
        long made =
                AtOnce.times(callers, _ -> makeUntil(rows, end)).stream()
                        .mapToLong(Long::longValue)
                        .sum();
        print(
                callers + " callers make generations",
                made / (double) ROUND.toSeconds(),
                "generations/s");
        print("  each takes", ROUND.toMillis() * callers / (double) made, "ms");
    }

    private static long makeUntil(Rows rows, long end) {
        long count = 0;
        while (System.nanoTime() < end) {
            Proposal.Buy buy = Purchase.valid().attempts(1).proposal();
            rows.generations().accept(buy);
            Attempt sending = Progress.sending(buy.production().attempts().getFirst());
            rows.attempts()
                    .depart(
                            sending,
                            new Limits(
                                    OptionalInt.of(1_000),
                                    OptionalInt.empty(),
                                    OptionalInt.empty()));
            Attempt accepted = Progress.accepted(sending);
            rows.productions().advance(accepted);
            Attempt succeeded = Progress.succeeded(accepted);
            List<Picture> pictures = Progress.pictures(succeeded);
            rows.productions().conclude(succeeded, Progress.charge(buy, succeeded), pictures);
            pictures.forEach(picture -> rows.productions().settle(Progress.stored(picture)));
            Progress.finish(rows.productions(), buy.production().id());
            count++;
        }
        return count;
    }

    private static void acceptHits(Rows rows, Proposal.Buy source, int callers) {
        long end = System.nanoTime() + ROUND.toNanos();
        Duration before = processorTime();
        long accepted =
                AtOnce.times(callers, _ -> acceptUntil(rows, source, end)).stream()
                        .mapToLong(Long::longValue)
                        .sum();
        Duration used = processorTime().minus(before);
        print(callers + " callers accept hits", accepted / (double) ROUND.toSeconds(), "rows/s");
        print("  processor time for each", used.toNanos() / 1_000.0 / accepted, "us");
    }

    private static long acceptUntil(Rows rows, Proposal.Buy source, long end) {
        long count = 0;
        while (System.nanoTime() < end) {
            rows.generations().accept(new Proposal.Take(GenerationStoreContract.hit(source), null));
            count++;
        }
        return count;
    }

    /** What this process has used of the machine, whoever else is busy on it. */
    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double reads(Rows rows, Proposal.Buy source) {
        long end = System.nanoTime() + ROUND.toNanos();
        long count = 0;
        while (System.nanoTime() < end) {
            count += rows.productions().find(source.production().id()).stream().count();
        }
        return count / (double) ROUND.toSeconds();
    }

    private static void underWay(Rows rows) {
        List<Proposal.Buy> bought =
                IntStream.range(0, PRODUCTIONS).mapToObj(_ -> Purchase.valid().proposal()).toList();
        bought.forEach(rows.generations()::accept);
        AtomicInteger running = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(PRODUCTIONS);
        long beginning = System.nanoTime();
        rows.agenda()
                .begin(_ -> {
                    running.incrementAndGet();
                    all.countDown();
                    sleep();
                });
        await(all);
        print(running + " productions given out after a start", millis(beginning), "ms");
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        print("heap in use then", used / 1_048_576.0, "MB");
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(Duration.ofHours(1));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / 1_000_000.0;
    }

    private static void print(String what, double figure, String unit) {
        System.out.printf(Locale.ROOT, "%-45s %,12.1f %s%n", what, figure, unit);
    }
}
