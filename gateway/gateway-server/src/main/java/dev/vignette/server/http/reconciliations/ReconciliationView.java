package dev.vignette.server.http.reconciliations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ledger compared with an invoice, on the wire.
 *
 * @param id its name
 * @param provider the configured provider
 * @param month the month; {@code null} when it is for another time
 * @param from the first moment
 * @param to the first moment behind it
 * @param createdAt when it was made
 * @param client who made it
 * @param dryRun whether nothing was to be written
 * @param fileSha256 the hash of the file
 * @param totals what both come to, by currency
 * @param counts how many lines came to what
 * @param corrections how many lines of the ledger were written
 * @param closed whether it closed the month
 * @param lines the first lines that are not matched; empty in lists
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Reconciliation", description = "The ledger beside a provider's invoice")
record ReconciliationView(
        @Schema(example = "rec_01k9...") String id,
        String provider,
        @Schema(nullable = true, example = "2026-11") @Nullable String month,
        @Schema(format = "date-time") String from,
        @Schema(format = "date-time", description = "exclusive") String to,
        @Schema(format = "date-time") String createdAt,
        String client,
        boolean dryRun,
        @Schema(nullable = true, name = "file_sha256") @Nullable String fileSha256,
        List<TotalView> totals,
        CountsView counts,
        @Schema(description = "lines of the ledger that it wrote") long corrections,
        boolean closed,
        @Schema(description = "the first 100 that are not matched; none in lists")
                List<LineView> lines) {

    static ReconciliationView of(InvoiceCheck check, List<CheckedLine> lines) {
        return new ReconciliationView(
                check.id(),
                check.provider(),
                check.period().wholeMonth().map(YearMonth::toString).orElse(null),
                Times.text(check.period().from()),
                Times.text(check.period().to()),
                Times.text(check.at()),
                check.client(),
                check.dryRun(),
                check.file() == null ? null : check.file().hex(),
                TotalView.of(check),
                CountsView.of(check),
                check.written(),
                check.closed(),
                lines.stream().map(LineView::of).toList());
    }

    /** Whether a line is worth showing: it does not simply agree. */
    static boolean differs(Finding finding) {
        return switch (finding) {
            case MATCHED -> false;
            case PRICE_DIFFERS,
                    UNPRICED_HERE,
                    MISSING_HERE,
                    MISSING_THERE,
                    UNPRICED_THERE,
                    SECONDS_DIFFER,
                    AMBIGUOUS ->
                    true;
        };
    }
}
