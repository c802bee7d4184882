package dev.vignette.simulation.world;

import dev.vignette.engine.request.Client;
import dev.vignette.id.GenerationId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What apps were told, which nobody may go back on. */
public final class Acknowledged implements App.Told {
    private final Set<GenerationId> generations = new LinkedHashSet<>();
    private final Map<String, Set<GenerationId>> byKey = new LinkedHashMap<>();

    @Override
    public void accepted(Client client, @Nullable String key, GenerationId id) {
        generations.add(id);
        if (key != null) {
            byKey.computeIfAbsent(client.name() + "/" + key, _ -> new LinkedHashSet<>()).add(id);
        }
    }

    /** Every generation that an app knows of. */
    public Set<GenerationId> generations() {
        return generations;
    }

    /** What was acknowledged under each client's key. */
    public Map<String, Set<GenerationId>> byKey() {
        return byKey;
    }
}
