package dev.vignette.simulation.check;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.ProductionId;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.simulation.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

final class FollowersEndWithTheirLeader implements Invariant {
    @Override
    public String number() {
        return "I18";
    }

    @Override
    public String sentence() {
        return "whoever shares a production ends with it, and identical requests share one";
    }

    @Override
    public void check(World world, History history, Consumer<String> broken) {
        Map<ProductionId, List<Generation>> open =
                world.rows().allGenerations().stream()
                        .filter(generation -> !generation.done())
                        .collect(Collectors.groupingBy(Generation::production));
        Map<CacheKey, ProductionId> flights = new HashMap<>();
        for (Production production : world.rows().allProductions()) {
            List<Generation> waiting = open.getOrDefault(production.id(), List.of());
            if (production.stage() == Stage.DONE) {
                waiting.forEach(one -> broken.accept(one.id() + " outlives " + production.id()));
            } else if (!waiting.isEmpty() && shares(world, production)) {
                ProductionId other = flights.put(production.key(), production.id());
                if (other != null) {
                    broken.accept(other + " and " + production.id() + " make the same");
                }
            }
        }
    }

    private static boolean shares(World world, Production production) {
        return world.rows()
                .generations()
                .find(production.source())
                .filter(source -> source.request().cache() == CacheMode.USE)
                .isPresent();
    }
}
