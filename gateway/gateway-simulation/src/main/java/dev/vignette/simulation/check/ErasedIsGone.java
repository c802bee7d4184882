package dev.vignette.simulation.check;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.world.World;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A gateway that was paused while it stored a picture may store it again after it was deleted. That
 * it goes within a day is the sweep's business.
 */
final class ErasedIsGone implements Invariant {
    @Override
    public String number() {
        return "I22";
    }

    @Override
    public String sentence() {
        return "of what was erased neither picture nor photo remains";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Set<Object> kept =
                world.rows().allGenerations().stream()
                        .filter(known -> !(known.state() instanceof GenerationState.Erased))
                        .map(Generation::production)
                        .collect(Collectors.toSet());
        for (Production production : world.rows().allProductions()) {
            if (!kept.contains(production.id())) {
                check(world, production, broken);
            }
        }
    }

    private static void check(World world, Production production, Consumer<String> broken) {
        if (world.objects().find(production.photo()).isPresent()) {
            broken.accept("the photo of " + production.id() + " is still there");
        }
        boolean paused = world.scene().faults().include(Fault.PAUSE_AFTER_COMMIT);
        production.pictures().stream()
                .filter(picture -> !(paused && picture.state() instanceof PictureState.Gone))
                .filter(picture -> world.objects().find(picture.key()).isPresent())
                .forEach(picture -> broken.accept(picture.key() + " is still there"));
    }
}
