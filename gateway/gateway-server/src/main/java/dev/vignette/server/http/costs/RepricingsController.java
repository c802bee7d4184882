package dev.vignette.server.http.costs;

import dev.vignette.engine.cost.Repricing;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Applies changed prices to the past. */
@Controller("/v1/costs/repricings")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_WRITE)
@Tag(name = "costs")
final class RepricingsController {
    private final Repricing repricing;
    private final Policies policies;

    RepricingsController(Repricing repricing, Policies policies) {
        this.repricing = repricing;
        this.policies = policies;
    }

    @Post
    @Operation(
            operationId = "repriceCosts",
            summary = "Apply the prices in force now to charges of the past",
            description =
                    "Each charge of a provider and period is priced as if the prices in force now"
                            + " had been in force when it was sent; charges without a known amount"
                            + " get one that way. What the provider reported or an invoice"
                            + " corrected stays as it is. With dry_run (true unless said"
                            + " otherwise) nothing is written; else each difference becomes a"
                            + " correction. Doing it again changes nothing.")
    @ApiResponse(
            responseCode = "200",
            description = "What is, or would be, otherwise",
            content = @Content(schema = @Schema(implementation = RepricingView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    RepricingView reprice(
            @Parameter(hidden = true) Client client,
            @Body
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "object",
                                            example =
                                                    "{\"provider\": \"replicate\", \"from\":"
                                                            + " \"2026-11-01\", \"to\":"
                                                            + " \"2026-12-01\", \"dry_run\": true}"))
                    byte[] body) {
        return RepricingView.of(
                repricing.run(RepricingReader.read(client, policies.inForce(), body)));
    }
}
