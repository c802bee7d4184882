package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import dev.vignette.simulation.vendor.Job;
import dev.vignette.simulation.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

final class NoDuplicateWhereListed implements Invariant {
    @Override
    public String number() {
        return "I3";
    }

    @Override
    public String sentence() {
        return "at a provider whose list can be read, no picture is ever bought twice";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Map<String, AttemptId> buyers = new HashMap<>();
        for (Job job : world.listing().jobs().stream().filter(Job::brings).toList()) {
            Optional<Attempt> attempt = history.current(job.attempt());
            for (int i = 0; attempt.isPresent() && i < attempt.get().pictures(); i++) {
                String place =
                        attempt.get().production() + "/" + (attempt.get().firstPicture() + i);
                AttemptId other = buyers.put(place, job.attempt());
                if (other != null) {
                    broken.accept(place + " was bought by " + other + " and " + job.attempt());
                }
            }
        }
    }
}
