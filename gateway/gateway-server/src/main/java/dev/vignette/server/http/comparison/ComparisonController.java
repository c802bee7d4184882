package dev.vignette.server.http.comparison;

import dev.vignette.engine.compare.Comparing;
import dev.vignette.engine.compare.Comparison;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.store.CostPages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;

/** Compares providers by what was really done. */
@Controller("/v1/costs/comparison")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_READ)
@Tag(name = "costs", description = "What was spent")
final class ComparisonController {
    private static final MediaType CSV = MediaType.of("text/csv;charset=UTF-8");

    private final CostPages pages;
    private final Policies policies;
    private final Clock clock;

    ComparisonController(CostPages pages, Policies policies, Clock clock) {
        this.pages = pages;
        this.policies = policies;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Operation(
            operationId = "compareCosts",
            summary = "Compare what work cost with what it would have cost elsewhere",
            description =
                    "Each charge of the period is taken to every provider that could have done it,"
                            + " with the same failures and the pictures that came, under the prices"
                            + " of one moment.",
            parameters = {
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description =
                                "inclusive; the current month's first day in UTC when left out",
                        schema = @Schema(type = "string", example = "2026-11-01")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description = "exclusive; the next month's first day in UTC when left out",
                        schema = @Schema(type = "string", example = "2026-12-01")),
                @Parameter(
                        name = "month",
                        in = ParameterIn.QUERY,
                        description = "instead of from and to, in UTC",
                        schema = @Schema(type = "string", example = "2026-11")),
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"portrait_series", "headshot"})),
                @Parameter(
                        name = "client",
                        in = ParameterIn.QUERY,
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "prices_at",
                        in = ParameterIn.QUERY,
                        description = "a date or a time; now when left out",
                        schema = @Schema(type = "string", example = "2026-11-20")),
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"json", "csv"},
                                        defaultValue = "json"))
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
            description = "The comparison",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ComparisonView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<?> compare(@Parameter(hidden = true) HttpRequest<?> request) {
        ComparisonRequest wanted = ComparisonRequest.read(request.getParameters(), clock.instant());
        Policy policy = policies.inForce();
        Comparison comparison =
                new Comparing(pages, policy.prices(), adapters(policy)).of(wanted.question());
        if (wanted.csv()) {
            return HttpResponse.ok(ComparisonTable.of(comparison))
                    .contentType(CSV)
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"comparison.csv\"");
        }
        return HttpResponse.ok(ComparisonView.of(wanted.question(), comparison))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }

    private static Map<String, String> adapters(Policy policy) {
        return policy.providers().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, slot -> slot.getValue().adapter()));
    }
}
