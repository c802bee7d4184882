package dev.vignette.server.http.quotes;

import dev.vignette.engine.Engine;
import dev.vignette.engine.quote.Quotation;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.generation.GenerationBody;
import dev.vignette.server.http.generation.GenerationForm;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.read.GenerationReader;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** Says what a request would cost, and buys nothing. */
@Controller("/v1/quotes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.GENERATIONS)
@Tag(name = "generations", description = "Asking for pictures")
final class QuotesController {
    private final Engine engine;

    QuotesController(Engine engine) {
        this.engine = engine;
    }

    @Post
    @Status(HttpStatus.OK)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
    @Operation(
            operationId = "quoteGeneration",
            summary = "Ask what pictures would cost",
            description = "Takes the body of a generation. Nothing is bought and nothing is kept.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = GenerationBody.class)),
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = GenerationForm.class))
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
            description = "What it would cost, take and lose at each provider of the route",
            content = @Content(schema = @Schema(implementation = QuoteView.class)))
    QuoteView quote(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Client client,
            @Parameter(hidden = true) @Body byte[] body) {
        GenerationAsk ask = GenerationReader.read(request.getHeaders(), body);
        return switch (engine.quoting().of(client, ask)) {
            case Quotation.PhotoRefused(var problem) -> throw Problem.photo(problem).asException();
            case Quotation.Quote quote -> QuoteView.of(quote);
        };
    }
}
