package dev.vignette.simulation.check;

import dev.vignette.simulation.world.World;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

final class ChargesAreUnique implements Invariant {
    @Override
    public String number() {
        return "I5";
    }

    @Override
    public String sentence() {
        return "one charge for each attempt and for each job, never changed";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Set<String> seen = new HashSet<>();
        Ledger.of(world)
                .forEach(charge -> {
                    boolean fresh = seen.add(String.valueOf(charge.work().attempt()));
                    if (charge.work().providerId() != null) {
                        fresh &=
                                seen.add(
                                        charge.work().provider()
                                                + "/"
                                                + charge.work().providerId());
                    }
                    if (!fresh) {
                        broken.accept(
                                charge.work().attempt()
                                        + " was charged twice: "
                                        + charge.work().providerId());
                    }
                });
    }
}
