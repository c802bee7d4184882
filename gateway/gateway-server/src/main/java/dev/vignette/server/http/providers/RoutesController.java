package dev.vignette.server.http.providers;

import dev.vignette.engine.Engine;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.portrait.Kind;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.stream.Stream;

/** Seeing who serves what, as it is in force. */
@Controller("/v1/routes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.OPERATE)
@Tag(name = "providers")
final class RoutesController {
    private final Policies policies;
    private final Engine engine;

    RoutesController(Policies policies, Engine engine) {
        this.policies = policies;
        this.engine = engine;
    }

    @Get
    @Operation(
            operationId = "listRoutes",
            summary = "List the routes: who serves each kind, and with which share just now",
            description =
                    "share_now is a provider's part of the requests that all on the route fit:"
                            + " those that are paused or failing have none of it.")
    @ApiResponse(
            responseCode = "200",
            description = "All kinds",
            content = @Content(schema = @Schema(implementation = RoutesView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    RoutesView list() {
        Policy policy = policies.inForce();
        engine.health().refresh();
        return new RoutesView(
                policy.version(),
                Stream.of(Kind.values()).map(kind -> route(policy, kind)).toList());
    }

    private RouteView route(Policy policy, Kind kind) {
        return RouteView.of(
                kind, policy.routes().getOrDefault(kind, List.of()), policy, engine.health());
    }
}
