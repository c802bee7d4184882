package dev.vignette.server.http.reconciliations;

import static java.util.stream.Collectors.toCollection;

import dev.vignette.engine.request.Client;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.server.http.problem.ProblemCode;
import dev.vignette.server.http.problem.ProblemException;
import dev.vignette.server.http.read.QueryParameters;
import dev.vignette.store.InvoiceChecks;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compares the ledger with what providers charge. */
@Controller("/v1/costs/reconciliations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "costs")
final class ReconciliationsController {
    private static final MediaType CSV = MediaType.of("text/csv;charset=UTF-8");
    private static final int SHOWN = 100;
    private static final int LISTED = 20;
    private static final Set<Finding> DIFFERENT =
            Arrays.stream(Finding.values())
                    .filter(ReconciliationView::differs)
                    .collect(toCollection(() -> EnumSet.noneOf(Finding.class)));

    private final Desk desk;
    private final InvoiceChecks checks;

    ReconciliationsController(Desk desk, InvoiceChecks checks) {
        this.desk = desk;
        this.checks = checks;
    }

    @Post
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_JSON})
    @Needs(Scope.COSTS_WRITE)
    @Operation(
            operationId = "reconcileCosts",
            summary = "Compare the ledger with an invoice, and make it agree",
            description =
                    "A dry run unless dry_run is false: then corrections are written, all or none."
                            + " The same invoice sent again changes nothing. Without a file, as"
                            + " JSON, the list that the provider keeps is compared.")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.MULTIPART_FORM_DATA,
                        schema = @Schema(implementation = ReconciliationForm.class)),
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ListedPeriod.class))
            })
    @ApiResponse(
            responseCode = "200",
            description = "What was found, and written",
            content = @Content(schema = @Schema(implementation = ReconciliationView.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused; nothing was imported",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ReconciliationView reconcile(
            @Parameter(hidden = true) ServerHttpRequest<?> request,
            @Parameter(hidden = true) Client client)
            throws IOException {
        UploadedForm.refuseLonger(request.getContentLength());
        String type = request.getHeaders().get(HttpHeaders.CONTENT_TYPE);
        boolean json =
                request.getContentType()
                        .filter(MediaType.APPLICATION_JSON_TYPE::matches)
                        .isPresent();
        try (CloseableByteBody body = request.byteBody().move();
                InputStream stream = body.toInputStream()) {
            return view(
                    json
                            ? desk.listed(stream, client)
                            : desk.uploaded(stream, type == null ? "" : type, client));
        }
    }

    @Get
    @Needs(Scope.COSTS_READ)
    @Operation(
            operationId = "listReconciliations",
            summary = "List the last 20 comparisons, latest first",
            description = "A dry run is kept until the next one of its provider and period.")
    @ApiResponse(
            responseCode = "200",
            description = "The comparisons",
            content = @Content(schema = @Schema(implementation = ReconciliationPage.class)))
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    ReconciliationPage list() {
        return new ReconciliationPage(
                checks.latest(LISTED).stream()
                        .map(check -> ReconciliationView.of(check, List.of()))
                        .toList());
    }

    @Get(
            value = "/{id}",
            produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV})
    @Needs(Scope.COSTS_READ)
    @Operation(
            operationId = "readReconciliation",
            summary = "Read a comparison, as CSV with all its lines",
            parameters = {
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"json", "csv"},
                                        defaultValue = "json")),
                @Parameter(
                        name = "lines",
                        in = ParameterIn.QUERY,
                        description = "which ones a CSV has",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"all", "different"},
                                        defaultValue = "all"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The comparison",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = ReconciliationView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string"))
            })
    @ApiResponse(
            responseCode = "4XX",
            description = "Refused",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ProblemBody.class)))
    HttpResponse<?> read(
            @Parameter(hidden = true) HttpRequest<?> request, @PathVariable String id) {
        QueryParameters query =
                new QueryParameters(request.getParameters(), Set.of("format", "lines"));
        boolean csv = "csv".equals(query.word("format", List.of("json", "csv")));
        boolean different = "different".equals(query.word("lines", List.of("all", "different")));
        query.refuseFaults();
        InvoiceCheck check = checks.find(id).orElseThrow(ReconciliationsController::notFound);
        if (!csv) {
            return HttpResponse.ok(view(check)).contentType(MediaType.APPLICATION_JSON_TYPE);
        }
        Set<Finding> findings = different ? DIFFERENT : EnumSet.allOf(Finding.class);
        return HttpResponse.ok(new StreamedFile(LinesTable.of(checks, id, findings), CSV))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"reconciliation.csv\"");
    }

    private ReconciliationView view(InvoiceCheck check) {
        return ReconciliationView.of(check, checks.lines(check.id(), DIFFERENT, 0, SHOWN));
    }

    private static ProblemException notFound() {
        return Problem.of(ProblemCode.NOT_FOUND, "There is no comparison of that id.")
                .asException();
    }
}
