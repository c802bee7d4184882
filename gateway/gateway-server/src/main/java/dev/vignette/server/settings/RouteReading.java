package dev.vignette.server.settings;

import dev.vignette.engine.surroundings.RouteEntry;
import dev.vignette.portrait.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the routes of all kinds. */
final class RouteReading {
    private final StrictBinding binding;

    RouteReading(StrictBinding binding) {
        this.binding = binding;
    }

    Map<Kind, List<RouteEntry>> read(Part routes) {
        Map<Kind, List<RouteEntry>> read = new EnumMap<>(Kind.class);
        routes.members()
                .forEach((name, route) ->
                        Kind.of(name)
                                .ifPresentOrElse(
                                        kind -> read.put(kind, entries(route)),
                                        () -> unknownKind(name, route)));
        return read;
    }

    private List<RouteEntry> entries(Part route) {
        List<RouteEntry> entries = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Part part : route.entries()) {
            binding.bind(part, RouteKeys.class).map(RouteKeys::entry).ifPresent(entries::add);
            if (!seen.add(part.node().path("provider").asText())) {
                binding.fault(part, "this provider is in the route twice");
            }
        }
        return List.copyOf(entries);
    }

    private void unknownKind(String name, Part route) {
        List<String> kinds = Arrays.stream(Kind.values()).map(Kind::wireName).toList();
        binding.fault(route, "unknown kind '" + name + "'" + Suggestion.of(name, kinds));
    }
}
