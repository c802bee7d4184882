package dev.vignette.server.http.generation;

import dev.vignette.engine.Generations;
import dev.vignette.engine.request.Client;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Deleting what a generation holds. */
@Controller("/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.ERASURES)
@Tag(name = "erasures", description = "Deleting photos and pictures")
final class ErasuresController {
    private final Generations generations;

    ErasuresController(Generations generations) {
        this.generations = generations;
    }

    @Delete("/generations/{id}")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "eraseGeneration",
            summary = "Delete a generation's photo, pictures, texts and metadata",
            description = "Amounts stay. Pictures that other generations refer to stay for those.")
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Being deleted",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    HttpResponse<ErasureView> erase(
            @Parameter(hidden = true) Client client, @PathVariable String id) {
        return generations
                .erase(client, GenerationIds.generation(id))
                .map(ErasureView::of)
                .map(view ->
                        HttpResponse.<ErasureView>accepted()
                                .body(view)
                                .header(HttpHeaders.LOCATION, "/v1/erasures/" + view.id()))
                .orElseThrow(GenerationIds::notFound);
    }

    @Get("/erasures/{id}")
    @Operation(operationId = "readErasure", summary = "Read how far an erasure is")
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = ErasureView.class)))
    ErasureView read(@Parameter(hidden = true) Client client, @PathVariable String id) {
        return generations
                .erasure(client, GenerationIds.erasure(id))
                .map(ErasureView::of)
                .orElseThrow(GenerationIds::notFound);
    }
}
