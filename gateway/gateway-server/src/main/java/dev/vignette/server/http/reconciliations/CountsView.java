package dev.vignette.server.http.reconciliations;

import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How many lines came to what, on the wire.
 *
 * @param matched both say the same
 * @param priceDiffers other amounts
 * @param unpricedHere the ledger knows no amount
 * @param missingHere only on the invoice
 * @param missingThere only in the ledger
 * @param unpricedThere only in the ledger, without a known amount
 * @param secondsDiffer other computing times, and no amount on the invoice
 * @param ambiguous several charges would do
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "ReconciliationCounts")
record CountsView(
        long matched,
        @Schema(description = "on both, at other amounts") long priceDiffers,
        @Schema(description = "on both, the ledger without an amount") long unpricedHere,
        @Schema(description = "only on the invoice") long missingHere,
        @Schema(description = "only in the ledger") long missingThere,
        @Schema(description = "only in the ledger, without an amount") long unpricedThere,
        @Schema(description = "on both, the invoice without an amount and at other seconds")
                long secondsDiffer,
        @Schema(description = "without an id, and several charges are as near") long ambiguous) {

    static CountsView of(InvoiceCheck check) {
        return new CountsView(
                check.count(Finding.MATCHED),
                check.count(Finding.PRICE_DIFFERS),
                check.count(Finding.UNPRICED_HERE),
                check.count(Finding.MISSING_HERE),
                check.count(Finding.MISSING_THERE),
                check.count(Finding.UNPRICED_THERE),
                check.count(Finding.SECONDS_DIFFER),
                check.count(Finding.AMBIGUOUS));
    }
}
