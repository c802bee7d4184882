package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.simulation.world.World;
import java.util.function.Consumer;

final class EndedIsSettled implements Invariant {
    @Override
    public String number() {
        return "I7";
    }

    @Override
    public String sentence() {
        return "an attempt that has ended has its charge, and nothing of it is at risk any more";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        world.rows().allProductions().stream()
                .flatMap(production -> production.attempts().stream())
                .filter(Attempt::ended)
                .filter(attempt -> attempt.cost().isEmpty())
                .forEach(attempt -> broken.accept(attempt.id() + " has ended and has no charge"));
    }
}
