package dev.vignette.simulation;

import dev.vignette.simulation.Schedule.Verdict;
import dev.vignette.simulation.check.Breach;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.world.Photos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Runs many schedules, several at once, until the time is over or too many have failed. */
final class Campaign {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final int ENOUGH_FAILURES = 20;

    private final Photos photos = new Photos();
    private final List<Verdict> failures = new ArrayList<>();
    private final AtomicLong schedules = new AtomicLong();
    private final AtomicLong steps = new AtomicLong();

    /**
     * What came of it.
     *
     * @param schedules how many were run
     * @param steps how many steps they took together
     * @param took how long that took
     * @param failures those that broke an invariant
     */
    record Report(long schedules, long steps, Duration took, List<Verdict> failures) {

        /** How many schedules a minute that was. */
        long perMinute() {
            return schedules * 60_000 / Math.max(1, took.toMillis());
        }
    }

    /** Runs the schedules of all seeds from that on, for that long. */
    Report run(long firstSeed, Duration length) {
        AtomicLong seeds = new AtomicLong(firstSeed);
        long begun = System.nanoTime();
        long end = begun + length.toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++) {
            threads.add(Thread.ofPlatform().name("schedules-" + i).start(() -> run(seeds, end)));
        }
        threads.forEach(Campaign::join);
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        synchronized (failures) {
            return new Report(schedules.get(), steps.get(), took, List.copyOf(failures));
        }
    }

    /** Runs one schedule and keeps its story. */
    Verdict replay(long seed) {
        try (Schedule schedule = new Schedule(photos, directory())) {
            return schedule.run(seed, Sabotage.NONE, true);
        }
    }

    /**
     * What came of looking for a planted bug.
     *
     * @param schedules how many were run until it was found, or all
     * @param breaches what it broke; empty when it was not found
     */
    record Hunt(int schedules, List<Breach> breaches) {}

    /** Looks for a bug in the schedules of the seeds from 1 on, until it breaks what it has to. */
    Hunt hunt(Sabotage sabotage, int most) {
        try (Schedule schedule = new Schedule(photos, directory())) {
            for (int seed = 1; seed <= most; seed++) {
                List<Breach> breaches = schedule.run(seed, sabotage, false).breaches();
                if (breaches.stream().anyMatch(breach -> shows(sabotage, breach))) {
                    return new Hunt(seed, breaches);
                }
            }
            return new Hunt(most, List.of());
        }
    }

    /** Without a bug nothing may break; with one, what it is about. */
    private static boolean shows(Sabotage sabotage, Breach breach) {
        return sabotage.broken().isEmpty() || sabotage.broken().contains(breach.number());
    }

    private void run(AtomicLong seeds, long end) {
        try (Schedule schedule = new Schedule(photos, directory())) {
            run(schedule, seeds, end);
        }
    }

    private void run(Schedule schedule, AtomicLong seeds, long end) {
        while (System.nanoTime() < end && failed() < ENOUGH_FAILURES) {
            Verdict verdict = schedule.run(seeds.getAndIncrement(), Sabotage.NONE, false);
            schedules.incrementAndGet();
            steps.addAndGet(verdict.steps());
            if (!verdict.breaches().isEmpty()) {
                synchronized (failures) {
                    failures.add(verdict);
                }
            }
        }
    }

    private int failed() {
        synchronized (failures) {
            return failures.size();
        }
    }

    /** In memory where there is such a place, for the spool brings every picture to the disk. */
    private static Path directory() {
        try {
            return Files.isWritable(MEMORY)
                    ? Files.createTempDirectory(MEMORY, "vignette-simulation")
                    : Files.createTempDirectory("vignette-simulation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
