package dev.vignette.server.http.costs;

import dev.vignette.server.http.auth.Needs;
import dev.vignette.server.http.auth.Scope;
import dev.vignette.server.http.problem.ProblemBody;
import dev.vignette.store.CostEntries;
import dev.vignette.store.CostEntries.Stretch;
import dev.vignette.store.LedgerEntry;
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
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;

/** Lists the ledger line by line, and exports it. */
@Controller("/v1/costs/entries")
@ExecuteOn(TaskExecutors.BLOCKING)
@Needs(Scope.COSTS_READ)
@Tag(name = "costs")
final class EntriesController {
    private final CostEntries entries;
    private final Clock clock;

    EntriesController(CostEntries entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    @Get(produces = {MediaType.APPLICATION_JSON, MediaType.TEXT_CSV, "application/jsonl"})
    @Operation(
            operationId = "listCostEntries",
            summary = "List the charges and corrections of a period",
            description =
                    "In the ledger's order. JSON comes in pages; a table or lines of JSON come whole,"
                            + " with what was there when the answer began. An answer that breaks off"
                            + " is not complete.",
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
                        name = "type",
                        in = ParameterIn.QUERY,
                        description = "only charges or only corrections",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"charge", "correction"})),
                @Parameter(
                        name = "format",
                        in = ParameterIn.QUERY,
                        description = "a csv or jsonl is the whole period in one answer",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"json", "csv", "jsonl"},
                                        defaultValue = "json")),
                @Parameter(
                        name = "limit",
                        in = ParameterIn.QUERY,
                        description = "lines on a page of json",
                        schema =
                                @Schema(
                                        type = "integer",
                                        minimum = "1",
                                        maximum = "1000",
                                        defaultValue = "100")),
                @Parameter(
                        name = "cursor",
                        in = ParameterIn.QUERY,
                        description = "the next_cursor of the page before",
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
            description = "The lines",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = CostEntriesView.class)),
                @Content(mediaType = MediaType.TEXT_CSV, schema = @Schema(type = "string")),
                @Content(mediaType = "application/jsonl", schema = @Schema(type = "string"))
            })
    HttpResponse<?> list(@Parameter(hidden = true) HttpRequest<?> request) {
        EntryRequest wanted = EntryRequestReader.read(request.getParameters(), clock.instant());
        return switch (wanted.format()) {
            case JSON -> HttpResponse.ok(page(wanted)).contentType(MediaType.APPLICATION_JSON_TYPE);
            case CSV -> file(wanted, EntryLines.CSV);
            case JSONL -> file(wanted, EntryLines.JSONL);
        };
    }

    /** One line more than asked for tells whether there is a next page. */
    private CostEntriesView page(EntryRequest wanted) {
        Stretch left = entries.stretch(wanted.query()).from(wanted.after());
        List<LedgerEntry> found = entries.page(wanted.query(), left, wanted.limit() + 1);
        boolean more = found.size() > wanted.limit();
        List<LedgerEntry> page = more ? found.subList(0, wanted.limit()) : found;
        return new CostEntriesView(
                page.stream().map(CostEntryView::of).toList(),
                more ? EntryRequestReader.cursor(page.getLast().sequence()) : null);
    }

    private HttpResponse<StreamedFile> file(EntryRequest wanted, EntryLines lines) {
        MediaType type = MediaType.of(lines.mediaType());
        EntryStream stream = EntryStream.open(entries, wanted.query(), lines);
        return HttpResponse.ok(new StreamedFile(stream, type).attach(lines.fileName()))
                .contentType(type);
    }
}
