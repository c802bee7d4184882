package dev.vignette.simulation.check;

import dev.vignette.generation.Generation;
import dev.vignette.simulation.world.World;
import java.util.List;
import java.util.function.Consumer;

final class EverythingEnds implements Invariant {
    @Override
    public String number() {
        return "I16";
    }

    @Override
    public String sentence() {
        return "when faults stop, everything comes to its end in time and nobody holds any work";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        if (world.quiet()) {
            return;
        }
        List<Generation> open =
                world.rows().allGenerations().stream().filter(known -> !known.done()).toList();
        broken.accept(
                "still open: %s, still to be worked on: %s, erasures: %s"
                        .formatted(open, world.rows().entries(), world.rows().allErasures()));
    }
}
