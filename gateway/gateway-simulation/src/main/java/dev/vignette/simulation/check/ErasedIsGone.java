package dev.vignette.simulation.check;

import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Production;
import dev.vignette.simulation.world.World;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
        production.pictures().stream()
                .filter(picture -> world.objects().find(picture.key()).isPresent())
                .forEach(picture -> broken.accept(picture.key() + " is still there"));
    }
}
