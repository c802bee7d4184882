package dev.vignette.simulation;

import dev.vignette.simulation.check.Breach;
import dev.vignette.simulation.check.Checker;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.world.Photos;
import dev.vignette.simulation.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Runs schedules one after the other, on one thread with one directory. */
final class Schedule implements AutoCloseable {
    private final Photos photos;
    private final Path disk;

    Schedule(Photos photos, Path disk) {
        this.photos = photos;
        this.disk = disk;
    }

    /**
     * What came of a schedule.
     *
     * @param seed its seed
     * @param breaches what did not hold
     * @param story what happened, when it was to be told
     * @param steps how many steps it took
     */
    record Verdict(long seed, List<Breach> breaches, List<String> story, long steps) {}

    /** Runs the schedule of that seed, with that bug planted. */
    Verdict run(long seed, Sabotage sabotage, boolean told) {
        clear();
        Checker checker = new Checker();
        World world = new World(seed, sabotage, told, photos, disk, checker);
        world.run();
        checker.atRest(world);
        return new Verdict(seed, checker.breaches(), world.story().lines(), world.steps());
    }

    private void clear() {
        try (Stream<Path> files = Files.walk(disk)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                if (!file.equals(disk)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves nothing behind. */
    @Override
    public void close() {
        clear();
        try {
            Files.delete(disk);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
