package dev.vignette.server.http.costs;

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
    private static final MediaType CSV = MediaType.of("text/csv;charset=UTF-8");

    private final CostReports reports;
    private final Clock clock;

    CostsController(CostReports reports, Clock clock) {
        this.reports = reports;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Operation(
            operationId = "reportCosts",
            summary = "Add up the charges of a period",
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
                        name = "group_by",
                        in = ParameterIn.QUERY,
                        description =
                                "provider, model, kind, client, day, outcome and labels.NAME, parted by commas",
                        schema =
                                @Schema(
                                        type = "string",
                                        example = "provider,day",
                                        defaultValue = "provider")),
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
            description = "The report",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CostReportView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    HttpResponse<?> report(@Parameter(hidden = true) HttpRequest<?> request) {
        CostRequest wanted = CostRequestReader.read(request.getParameters(), clock.instant());
        List<CostRow> rows = reports.report(wanted.query());
        if (wanted.csv()) {
            return HttpResponse.ok(CostTable.of(wanted.query(), rows))
                    .contentType(CSV)
                    .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"costs.csv\"");
        }
        return HttpResponse.ok(CostReportView.of(wanted.query(), rows))
                .contentType(MediaType.APPLICATION_JSON_TYPE);
    }
}
