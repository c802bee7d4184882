package dev.vignette.server.http.costs;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.store.CostReports;
import dev.vignette.store.CostRow;
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
import java.util.List;

/** Reports what was spent. */
@Controller("/v1/costs")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_READ)
@Tag(name = "costs", description = "What was spent")
final class CostsController {
    private final CostReports reports;
    private final Policies policies;
    private final Clock clock;

    CostsController(CostReports reports, Policies policies, Clock clock) {
        this.reports = reports;
        this.policies = policies;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, "application/jsonl"})
    @Operation(
            operationId = "reportCosts",
            summary = "Add up the charges of a period",
            parameters = {
                @Parameter(
                        name = "from",
                        in = ParameterIn.QUERY,
                        description =
                                "inclusive, a time or a date; the current month's first day when left out",
                        schema = @Schema(type = "string", example = "2026-11-01")),
                @Parameter(
                        name = "to",
                        in = ParameterIn.QUERY,
                        description =
                                "exclusive, a time or a date; the next month's first day when left out",
                        schema = @Schema(type = "string", example = "2026-12-01")),
                @Parameter(
                        name = "month",
                        in = ParameterIn.QUERY,
                        description = "the whole month, instead of from and to",
                        schema = @Schema(type = "string", example = "2026-11")),
                @Parameter(
                        name = "timezone",
                        in = ParameterIn.QUERY,
                        description = "whose days, weeks and months are meant",
                        schema =
                                @Schema(
                                        type = "string",
                                        example = "Europe/Berlin",
                                        defaultValue = "UTC")),
                @Parameter(
                        name = "group_by",
                        in = ParameterIn.QUERY,
                        description =
                                "provider, adapter, model, model_version, kind, client, day, week, month, outcome, currency, certainty and labels.NAME, parted by commas",
                        schema =
                                @Schema(
                                        type = "string",
                                        example = "provider,day",
                                        defaultValue = "provider")),
                @Parameter(
                        name = "provider",
                        in = ParameterIn.QUERY,
                        description = "only of this provider",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "client",
                        in = ParameterIn.QUERY,
                        description = "only of this client",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "kind",
                        in = ParameterIn.QUERY,
                        description = "only of this kind",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "currency",
                        in = ParameterIn.QUERY,
                        description =
                                "an ISO currency to report in beside the original ones, by the dated rates of the configuration",
                        schema = @Schema(type = "string", example = "EUR")),
                @Parameter(
                        name = "columns",
                        in = ParameterIn.QUERY,
                        description =
                                "the figures of each line, parted by commas; all but median_seconds and p95_seconds when left out",
                        schema =
                                @Schema(type = "string", example = "images,amount,cost_per_image")),
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"json", "csv", "jsonl"},
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
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CostReportView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")),
                @Content(mediaType = "application/jsonl", schema = @Schema(type = "string"))
            })
    HttpResponse<?> report(@Parameter(hidden = true) HttpRequest<?> request) {
        CostRequest wanted =
                CostRequestReader.read(
                        request.getParameters(), policies.inForce().accounting(), clock.instant());
        List<CostRow> rows = reports.report(wanted.query());
        return switch (wanted.format()) {
            case JSON ->
                    HttpResponse.ok(CostReportView.of(wanted, rows))
                            .contentType(MediaType.APPLICATION_JSON_TYPE);
            case CSV -> file(CostTable.of(wanted, rows), EntryLines.CSV);
            case JSONL -> file(CostLines.of(wanted, rows), EntryLines.JSONL);
        };
    }

    private static HttpResponse<String> file(String text, EntryLines like) {
        return HttpResponse.ok(text)
                .contentType(MediaType.of(like.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + like.fileName() + '"');
    }
}
