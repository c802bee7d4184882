package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.cost.Repriced;
import dev.vignette.ledger.Work;
import dev.vignette.money.Money;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A charge that comes to another amount, on the wire.
 *
 * @param chargeId its id
 * @param chargedAt when it was charged
 * @param generationId for which generation; {@code null} when none is known
 * @param kind of which kind; {@code null} when none is known
 * @param outcome how the attempt ended, or {@code fee}
 * @param before what it cost, with its currency; empty when nobody knew
 * @param after what it costs, with its currency
 * @param priceVersion the price that says so; {@code null} where there is none any more
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "RepricedCharge", description = "A charge that comes to another amount")
record RepricedChargeView(
        String chargeId,
        @Schema(format = "date-time") String chargedAt,
        @Schema(nullable = true) @Nullable String generationId,
        @Schema(nullable = true) @Nullable String kind,
        String outcome,
        @Schema(description = "empty when nobody knew", example = "[\"0.04 USD\"]")
                List<String> before,
        @Schema(example = "0.05 USD") String after,
        @Schema(nullable = true) @Nullable String priceVersion) {

    static RepricedChargeView of(Repriced.Change change) {
        Work work = change.charge().work();
        return new RepricedChargeView(
                change.charge().id(),
                Times.text(change.charge().at()),
                work.generation() == null ? null : work.generation().value(),
                work.kind() == null ? null : work.kind().wireName(),
                work.outcome(),
                change.before().stream().map(RepricedChargeView::text).toList(),
                text(change.after()),
                change.priceVersion());
    }

    private static String text(Money money) {
        return money.text() + " " + money.currency().getCurrencyCode();
    }
}
