package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.id.ProductionId;
import dev.vignette.simulation.vendor.Job;
import dev.vignette.simulation.vendor.Vendor;
import dev.vignette.simulation.world.World;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * I2: each job that a provider took counts for the pictures that it was ordered for, unless it
 * failed and brought none, and no picture has more jobs than permission was given for.
 */
final class NothingBoughtTwice implements Invariant {
    @Override
    public String number() {
        return "I2";
    }

    @Override
    public String sentence() {
        return "a picture is bought once, and once more for each permission to resubmit it";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Map<Place, Set<String>> jobs = jobs(world, history);
        jobs.forEach((place, ids) -> {
            long allowed = 1 + allowed(history, place);
            if (ids.size() > allowed) {
                broken.accept(place + " was bought by " + ids + " where " + allowed + " may be");
            }
        });
    }

    /** A picture of a production. */
    private record Place(ProductionId production, int picture) {}

    private static Map<Place, Set<String>> jobs(World world, History history) {
        Map<Place, Set<String>> jobs = new HashMap<>();
        for (Vendor vendor : world.vendors()) {
            for (Job job : vendor.jobs().stream().filter(Job::brings).toList()) {
                history.attempt(job.attempt())
                        .filter(attempt -> known(world, history, attempt))
                        .ifPresent(attempt -> add(jobs, attempt, job.id()));
            }
        }
        return jobs;
    }

    /** What a restored backup does not know of is an orphan: nobody can tell what it was for. */
    private static boolean known(World world, History history, Attempt attempt) {
        return world.restored() == 0 || history.current(attempt.id()).isPresent();
    }

    private static void add(Map<Place, Set<String>> jobs, Attempt attempt, String job) {
        for (int i = 0; i < attempt.pictures(); i++) {
            Place place = new Place(attempt.production(), attempt.firstPicture() + i);
            jobs.computeIfAbsent(place, _ -> new HashSet<>()).add(job);
        }
    }

    private static long allowed(History history, Place place) {
        return history.everyAttempt().stream()
                .filter(attempt -> attempt.production().equals(place.production()))
                .filter(attempt -> attempt.mandate() != Mandate.ASKED)
                .filter(attempt -> covers(attempt, place.picture()))
                .count();
    }

    private static boolean covers(Attempt attempt, int picture) {
        return attempt.firstPicture() <= picture
                && picture < attempt.firstPicture() + attempt.pictures();
    }
}
