package dev.vignette.server.http.kinds;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Tells what can be asked for: the providers' own declarations and their union. */
@Controller("/v1/kinds")
@Needs(Scope.GENERATIONS)
@Tag(name = "kinds", description = "What can be asked for")
final class KindsController {
    private final Policies policies;

    KindsController(Policies policies) {
        this.policies = policies;
    }

    @Get
    @Operation(
            operationId = "listKinds",
            summary = "List the kinds, with ranges and each provider's support")
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "All kinds",
            content = @Content(schema = @Schema(implementation = KindsView.class)))
    KindsView kinds(@Parameter(hidden = true) Client client) {
        Map<String, ProviderSlot> providers = new TreeMap<>(policies.inForce().providers());
        if (!client.providers().isEmpty()) {
            providers.keySet().retainAll(client.providers());
        }
        return new KindsView(Stream.of(Kind.values()).map(kind -> kind(kind, providers)).toList());
    }

    private static KindView kind(Kind kind, Map<String, ProviderSlot> slots) {
        List<ProviderKindView> providers =
                slots.entrySet().stream()
                        .flatMap(slot ->
                                slot.getValue().provider().capabilities(kind).stream()
                                        .map(can -> ProviderKindView.of(slot.getKey(), can)))
                        .toList();
        return new KindView(kind.wireName(), kind.defaultCount(), union(providers), providers);
    }

    private static Map<String, RangeView> union(List<ProviderKindView> providers) {
        Map<String, RangeView> union = new LinkedHashMap<>();
        for (ProviderKindView provider : providers) {
            provider.members()
                    .forEach((member, support) -> {
                        RangeView range = support.range();
                        if (range != null) {
                            union.merge(member, range, RangeView::union);
                        }
                    });
        }
        return union;
    }
}
