package dev.vignette.simulation.check;

import dev.vignette.simulation.world.World;
import java.util.function.Consumer;

/** I15 and I17; a restored backup forgets what was promised after it. */
final class OneGenerationPerKey implements Invariant {
    @Override
    public String number() {
        return "I15, I17";
    }

    @Override
    public String sentence() {
        return "what was acknowledged is there, and one key always names one generation";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        if (world.restored() > 0) {
            return;
        }
        world.acknowledged()
                .byKey()
                .forEach((key, ids) -> {
                    if (ids.size() > 1) {
                        broken.accept(key + " names " + ids);
                    }
                });
        world.acknowledged().generations().stream()
                .filter(id -> world.rows().generations().find(id).isEmpty())
                .forEach(id -> broken.accept(id + " was acknowledged and is gone"));
    }
}
