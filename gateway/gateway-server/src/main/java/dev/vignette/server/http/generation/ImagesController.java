package dev.vignette.server.http.generation;

import dev.vignette.engine.Generations;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState.Stored;
import dev.vignette.id.GenerationId;
import dev.vignette.server.http.auth.Callers;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.links.ImageLinks;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemCode;
import io.micronaut.http.HttpParameters;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Optional;

/** Hands out stored pictures: to their owner by key, to anybody by a signed link. */
@Controller("/v1/generations/{id}/images")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(value = Scope.GENERATIONS, orSignature = true)
@Tag(name = "generations")
final class ImagesController {
    private static final int MOST_DIGITS = 4;

    private final Generations generations;
    private final ImageLinks links;
    private final ImageAnswers answers;

    ImagesController(Generations generations, ImageLinks links, ImageAnswers answers) {
        this.generations = generations;
        this.links = links;
        this.answers = answers;
    }

    @Get(
            value = "/{index}",
            produces = {"image/png", "image/jpeg", "image/webp", "image/gif"})
    @Operation(
            operationId = "readImage",
            summary = "Fetch a picture",
            description =
                    "By a key, or by the signed link that a generation names. The ETag is the"
                            + " SHA-256 of the bytes.",
            parameters = {
                @Parameter(
                        name = "expires",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "integer")),
                @Parameter(
                        name = "signature",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "200",
            description = "The bytes as the provider delivered them",
            content =
                    @Content(
                            mediaType = "image/*",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "302", description = "To a signed link of the store itself")
    @ApiResponse(responseCode = "304", description = "The caller has it already")
    HttpResponse<?> image(
            @Parameter(hidden = true) HttpRequest<?> request,
            @PathVariable String id,
            @PathVariable @Schema(type = "integer", minimum = "0") String index) {
        GenerationId generation = GenerationIds.generation(id);
        int place = place(index);
        Optional<Client> owner = Callers.of(request);
        if (owner.isPresent()) {
            GenerationAnswers.refuseErased(owned(owner.get(), generation));
            return answers.toOwner(request, generation, stored(generation, place));
        }
        Duration left = verified(request.getParameters(), generation, place);
        return answers.toHolder(request, generation, stored(generation, place), left);
    }

    private Snapshot owned(Client owner, GenerationId generation) {
        return generations.find(owner, generation).orElseThrow(GenerationIds::notFound);
    }

    private Duration verified(HttpParameters parameters, GenerationId generation, int index) {
        String expires = parameters.get("expires", String.class, "");
        String signature = parameters.get("signature", String.class, "");
        return links.verify(generation, index, expires, signature)
                .orElseThrow(() ->
                        Problem.of(
                                        ProblemCode.FORBIDDEN,
                                        "The link is wrong or has expired; the generation"
                                                + " names a fresh one.")
                                .asException());
    }

    private Picture stored(GenerationId generation, int index) {
        return generations
                .picture(generation, index)
                .filter(picture -> picture.state() instanceof Stored)
                .orElseThrow(() ->
                        generations.erased(generation)
                                ? GenerationAnswers.erased()
                                : GenerationIds.notFound());
    }

    private static int place(String index) {
        boolean digits =
                index.length() <= MOST_DIGITS && index.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || index.isEmpty()) {
            throw GenerationIds.notFound();
        }
        return Integer.parseInt(index);
    }
}
