package dev.vignette.server.http.focus;

import dev.vignette.engine.price.Pricing;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.http.GrowingFile;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.read.AskedPeriod;
import dev.vignette.store.CostPages;
import dev.vignette.store.CostPages.Extent;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;

/** Hands the ledger to finance tools. */
@Controller("/v1/costs/focus")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_READ)
@Tag(name = "costs", description = "What was spent")
final class FocusController {
    private static final MediaType CSV = MediaType.of("text/csv;charset=UTF-8");

    private final CostPages pages;
    private final Policies policies;
    private final Clock clock;

    FocusController(CostPages pages, Policies policies, Clock clock) {
        this.pages = pages;
        this.policies = policies;
        this.clock = clock;
    }

    @Get(produces = MediaType.TEXT_CSV)
    @Operation(
            operationId = "exportFocus",
            summary = "Export the charges of a period by FOCUS 1.2",
            description =
                    "One row for each line of the ledger, and one for each generation served from"
                            + " what was stored. Lines without a known amount are not in the file:"
                            + " the header X-Unpriced and the file's name say how many.",
            parameters = {
                @Parameter(
                        name = "version",
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(type = "string", allowableValues = "1.2")),
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
                        schema = @Schema(type = "string", example = "2026-11"))
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
            description = "The file",
            headers =
                    @Header(
                            name = "X-Unpriced",
                            description = "how many lines have no known amount and are not in it",
                            schema = @Schema(type = "integer")),
            content = @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")))
    HttpResponse<StreamedFile> export(@Parameter(hidden = true) HttpRequest<?> request) {
        AskedPeriod period = FocusRequest.read(request.getParameters(), clock.instant());
        Policy policy = policies.inForce();
        Extent extent = pages.extent(period.from(), period.to());
        FocusFile file =
                new FocusFile(
                        pages,
                        policy.accounting().reporting().orElse(Pricing.DEFAULT_CURRENCY),
                        policy.sandbox());
        return HttpResponse.ok(new StreamedFile(GrowingFile.of(file.of(extent)), CSV))
                .contentType(CSV)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Unpriced", Long.toString(extent.unpriced()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name(extent) + '"');
    }

    private static String name(Extent extent) {
        String period = date(extent.from()) + "--" + date(extent.to());
        return extent.unpriced() == 0
                ? "focus-1.2-" + period + ".csv"
                : "focus-1.2-" + period + "-without-" + extent.unpriced() + "-unpriced.csv";
    }

    private static String date(Instant at) {
        return at.toString().replaceAll("[:.]|T00:00:00Z", "");
    }
}
