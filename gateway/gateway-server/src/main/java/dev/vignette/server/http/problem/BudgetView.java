package dev.vignette.server.http.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * How a budget stands, on the wire.
 *
 * @param scope {@code client} for the caller's own, {@code all} for that of all clients
 * @param per {@code day} or {@code month}, by the calendar in UTC
 * @param limit what may be spent in a period
 * @param left what is left of it
 * @param currency the ISO code of both
 * @param renewsAt when the next period begins
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Budget", description = "How a budget stands that has too little left")
public record BudgetView(
        @Schema(
                        type = "string",
                        allowableValues = {"client", "all"})
                String scope,
        @Schema(
                        type = "string",
                        allowableValues = {"day", "month"})
                String per,
        @Schema(example = "200.00") String limit,
        @Schema(example = "0.04") String left,
        @Schema(example = "USD") String currency,
        @Schema(format = "date-time") String renewsAt) {

    /** The ledger's figures on the wire. */
    static BudgetView of(BudgetUse use) {
        return new BudgetView(
                use.budget().client() == null ? "all" : "client",
                use.budget().per().wireName(),
                use.budget().limit().text(),
                use.left().text(),
                use.left().currency().getCurrencyCode(),
                Times.text(use.renews()));
    }
}
