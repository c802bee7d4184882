package dev.vignette.server.http.generation;

import dev.vignette.engine.request.Client;
import dev.vignette.server.http.problem.ProblemBody;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The routes about generations as the API's description shows them. */
@Tag(name = "generations", description = "Asking for pictures")
interface GenerationsApi {

    /** Takes a request in, as JSON or as a form. */
    @Post
    @Consumes({MediaType.APPLICATION_JSON, MediaType.MULTIPART_FORM_DATA})
    @Operation(
            operationId = "createGeneration",
            summary = "Ask for pictures",
            description =
                    "Answers at once, or after Prefer: wait=N seconds. An identical request is"
                            + " served from the cache.",
            parameters = {
                @Parameter(
                        name = "Idempotency-Key",
                        in = ParameterIn.HEADER,
                        description = "the same key and content is the same generation, for 7 days",
                        schema = @Schema(type = "string", minLength = 1, maxLength = 255)),
                @Parameter(
                        name = "Prefer",
                        in = ParameterIn.HEADER,
                        description =
                                "wait=N holds the answer back for up to N seconds; respond-async does not",
                        schema = @Schema(type = "string", example = "wait=30"))
            })
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
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
            responseCode = "200",
            description = "Over: within the wait, or from the cache",
            content = @Content(schema = @Schema(implementation = GenerationView.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Going on; Location says where to look again",
            content = @Content(schema = @Schema(implementation = GenerationView.class)))
    HttpResponse<GenerationView> create(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Client client,
            @Parameter(hidden = true) @Body byte[] body);

    /** Shows a generation. */
    @Get("/{id}")
    @Operation(
            operationId = "readGeneration",
            summary = "Read a generation",
            parameters = {
                @Parameter(
                        name = "Prefer",
                        in = ParameterIn.HEADER,
                        description = "wait=N answers when it is over or after N seconds",
                        schema = @Schema(type = "string", example = "wait=30"))
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
            description = "As it is now",
            content = @Content(schema = @Schema(implementation = GenerationView.class)))
    HttpResponse<GenerationView> read(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Client client,
            @PathVariable String id);

    /** Lists generations. */
    @Get
    @Operation(
            operationId = "listGenerations",
            summary = "List generations, newest first",
            parameters = {
                @Parameter(
                        name = "status",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {
                                            "queued",
                                            "running",
                                            "storing",
                                            "succeeded",
                                            "failed",
                                            "canceled",
                                            "erased"
                                        })),
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"portrait_series", "headshot"})),
                @Parameter(
                        name = "provider",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "subject",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "integer",
                                        minimum = "1",
                                        maximum = "100",
                                        defaultValue = "20")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "next_cursor of the page before",
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
            description = "A page",
            content = @Content(schema = @Schema(implementation = GenerationPage.class)))
    GenerationPage list(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Client client);

    /** Calls a generation off. */
    @Post("/{id}/cancel")
    @Consumes(MediaType.ALL)
    @Operation(
            operationId = "cancelGeneration",
            summary = "Call a generation off",
            description = "What a provider has begun may still be charged.")
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    @ApiResponse(
            responseCode = "202",
            description = "Called off, now or before",
            content = @Content(schema = @Schema(implementation = GenerationView.class)))
    HttpResponse<GenerationView> cancel(
            @Parameter(hidden = true) Client client, @PathVariable String id);
}
