package dev.vignette.simulation.check;

import dev.vignette.simulation.vendor.Vendor;
import dev.vignette.simulation.world.World;
import java.util.function.Consumer;

final class OnePostPerAttempt implements Invariant {
    @Override
    public String number() {
        return "I1";
    }

    @Override
    public String sentence() {
        return "an attempt's order is sent at most once, ever";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        for (Vendor vendor : world.vendors()) {
            vendor.orders()
                    .forEach((attempt, times) -> {
                        if (times > 1) {
                            broken.accept(
                                    attempt + " arrived " + times + " times at " + vendor.name());
                        }
                    });
            vendor.calls()
                    .forEach((attempt, times) -> {
                        if (times > 1) {
                            broken.accept(
                                    attempt + " was sent " + times + " times to " + vendor.name());
                        }
                    });
        }
    }
}
