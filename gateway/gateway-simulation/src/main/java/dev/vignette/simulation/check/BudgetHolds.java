package dev.vignette.simulation.check;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.money.Money;
import dev.vignette.simulation.world.World;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** No schedule lasts a day, so that everything in it counts. */
final class BudgetHolds implements Invariant {
    @Override
    public String number() {
        return "I6";
    }

    @Override
    public String sentence() {
        return "what may be bought twice never comes to more than the duplicate budget";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Map<String, Long> risked = new HashMap<>();
        world.rows().allProductions().stream()
                .flatMap(production -> production.attempts().stream())
                .filter(attempt -> attempt.mandate() == Mandate.RESUBMITTED)
                .forEach(attempt -> risked.merge(attempt.provider(), inVain(attempt), Long::sum));
        long budget = world.operator().budget().micros();
        risked.forEach((provider, micros) -> {
            if (micros > budget) {
                broken.accept(
                        "%d of %d millionths at risk at %s".formatted(micros, budget, provider));
            }
        });
    }

    private static long inVain(Attempt attempt) {
        return attempt.cost()
                .flatMap(charge -> charge.cost().amount())
                .map(Money::micros)
                .orElseGet(() -> Objects.requireNonNull(attempt.atRisk()).micros());
    }
}
