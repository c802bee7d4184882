package dev.vignette.server.http.reconciliations;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.invoice.CheckedLine;
import dev.vignette.money.Money;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of an invoice beside the ledger, on the wire.
 *
 * @param line the file's line; {@code null} when only the ledger has it
 * @param finding what comparing came to
 * @param providerId the job's id at the provider, when it is known
 * @param time when, by the invoice; by the ledger when only that has it
 * @param currency the ISO code; {@code null} when no amount is known
 * @param invoice what the invoice says; {@code null} when it does not
 * @param ledger what the ledger says; {@code null} when it does not
 * @param proposed what would be written; {@code null} when nothing would
 * @param seconds computing time by the invoice
 * @param chargeId the charge; {@code null} when there was none
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReconciliationLine")
record LineView(
        @Schema(nullable = true, description = "of the file") @Nullable Long line,
        @Schema(example = "price_differs") String finding,
        @Schema(nullable = true) @Nullable String providerId,
        @Schema(nullable = true, format = "date-time") @Nullable String time,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(nullable = true, example = "0.05") @Nullable String invoice,
        @Schema(nullable = true, example = "0.04") @Nullable String ledger,
        @Schema(
                        nullable = true,
                        example = "0.01",
                        description = "the amount of the line that makes both agree")
                @Nullable String proposed,
        @Schema(nullable = true) @Nullable BigDecimal seconds,
        @Schema(nullable = true) @Nullable String chargeId) {

    static LineView of(CheckedLine line) {
        @Nullable String currency =
                Stream.of(line.invoice(), line.ledger())
                        .flatMap(Stream::ofNullable)
                        .map(money -> money.currency().getCurrencyCode())
                        .findFirst()
                        .orElse(null);
        return new LineView(
                line.number(),
                line.finding().wireName(),
                line.job(),
                Times.textOrNull(line.at()),
                currency,
                text(line.invoice()),
                text(line.ledger()),
                text(line.proposed().orElse(null)),
                line.seconds(),
                line.charge());
    }

    private static @Nullable String text(@Nullable Money money) {
        return money == null ? null : money.text();
    }
}
