package dev.vignette.server.http.providers;

import dev.vignette.engine.Engine;
import dev.vignette.engine.health.Pauses;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.read.JsonMembers;
import dev.vignette.store.Pause;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Seeing how the providers stand, letting one rest, and letting it work again. */
@Controller("/v1/providers")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.OPERATE)
@Tag(name = "providers", description = "The configured providers, for operators")
final class ProvidersController {
    private static final int LONGEST_REASON = 500;

    private final ProviderViews views;
    private final Policies policies;
    private final Pauses pauses;
    private final Clock clock;

    ProvidersController(ProviderViews views, Policies policies, Engine engine, Clock clock) {
        this.views = views;
        this.policies = policies;
        this.pauses = engine.health().pauses();
        this.clock = clock;
    }

    @Get
    @Operation(
            operationId = "listProviders",
            summary = "List the configured providers and how they stand",
            description =
                    "In flight and waiting are this gateway's own figures; the rates and times are"
                            + " of the last day, over all gateways.")
    @ApiResponse(
            responseCode = "200",
            description = "All of them",
            content = @Content(schema = @Schema(implementation = ProvidersView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ProvidersView list() {
        Policy policy = policies.inForce();
        pauses.refresh();
        return new ProvidersView(
                names(policy).stream().map(name -> views.of(policy, name)).toList());
    }

    @Post("/{name}/pause")
    @Operation(
            operationId = "pauseProvider",
            summary = "Let a provider rest",
            description =
                    "It gets no orders, at any gateway and over restarts, until it is resumed. What"
                            + " it has is seen to its end; what waits for it goes elsewhere where"
                            + " somebody else can serve. Who, when and why is kept.")
    @ApiResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ProviderView pause(
            @Parameter(hidden = true) Client client,
            @PathVariable String name,
            @Body
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "object",
                                            example = "{\"reason\": \"invoice disputed\"}"))
                    byte[] body) {
        pauses.pause(said(client, name, body));
        return views.of(policies.inForce(), name);
    }

    @Post("/{name}/resume")
    @Operation(operationId = "resumeProvider", summary = "Let a provider work again")
    @ApiResponse(
            responseCode = "200",
            description = "As it stands now",
            content = @Content(schema = @Schema(implementation = ProviderView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ProviderView resume(
            @Parameter(hidden = true) Client client,
            @PathVariable String name,
            @Body
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "object",
                                            example = "{\"reason\": \"invoice settled\"}"))
                    byte[] body) {
        pauses.resume(said(client, name, body));
        return views.of(policies.inForce(), name);
    }

    private Pause said(Client client, String name, byte[] body) {
        if (!names(policies.inForce()).contains(name) && pauses.of(name).isEmpty()) {
            throw Problem.of(ProblemCode.NOT_FOUND, "There is no provider of that name.")
                    .asException();
        }
        JsonMembers members = JsonMembers.read(body, Set.of("reason"));
        String reason = members.text("reason", LONGEST_REASON);
        members.refuseFaults();
        return new Pause(name, clock.instant(), client.name(), reason);
    }

    private static List<String> names(Policy policy) {
        Set<String> names = new TreeSet<>(policy.providers().keySet());
        names.addAll(policy.unusable().keySet());
        return List.copyOf(names);
    }
}
