package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Evidence;
import dev.vignette.ledger.Charge;
import dev.vignette.simulation.vendor.Job;
import dev.vignette.simulation.vendor.Vendor;
import dev.vignette.simulation.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * I4, and I19 with it: what was found out late counts like anything else. A job that nothing could
 * tell of is left out: its attempt is in doubt to this day, and can be seen to be. So is one that
 * only a restored backup would have known of, where there is no list.
 */
final class EveryJobCharged implements Invariant {
    @Override
    public String number() {
        return "I4";
    }

    @Override
    public String sentence() {
        return "every job on a provider's invoice has one charge, and every charge for a job a job";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        for (Vendor vendor : world.vendors()) {
            Map<String, List<Charge>> charges = charges(world, vendor);
            for (Job job : vendor.jobs()) {
                int times = charges.getOrDefault(job.id(), List.of()).size();
                boolean excused = times == 0 && untold(world, history, vendor, job);
                if (times != 1 && !excused) {
                    broken.accept(
                            "%s of %s has %d charges".formatted(job.id(), job.attempt(), times));
                }
            }
            charges.keySet().stream()
                    .filter(id -> vendor.job(id).isEmpty())
                    .forEach(id -> broken.accept("a charge for " + id + ", which never was"));
        }
    }

    private static Map<String, List<Charge>> charges(World world, Vendor vendor) {
        return Ledger.of(world)
                .filter(charge -> charge.work().provider().equals(vendor.name()))
                .filter(charge -> charge.work().providerId() != null)
                .collect(
                        Collectors.groupingBy(
                                charge -> String.valueOf(charge.work().providerId())));
    }

    /** Whether its entry in the list says whose it is: by its mark, or by being the only one. */
    private static boolean tells(World world, Job job) {
        boolean ambiguous =
                world.rows().evidence().of(job.attempt()).stream()
                        .anyMatch(seen -> seen.kind() == Evidence.Kind.AMBIGUOUS);
        return job.marked() || (world.restored() == 0 && !ambiguous);
    }

    /** Nothing could tell of it: no list, or one that forgot too early, and no call that came. */
    private static boolean untold(World world, History history, Vendor vendor, Job job) {
        Optional<Attempt> attempt = history.current(job.attempt());
        boolean forgotten = world.restored() > 0;
        boolean open = attempt.map(Attempt::inDoubt).orElse(forgotten);
        boolean listed = vendor == world.listing() && !job.dataRemoved() && tells(world, job);
        boolean called = world.mail().answered().contains(job.id()) && !forgotten;
        boolean shown = called && !job.dataRemoved();
        return open && !listed && !shown;
    }
}
