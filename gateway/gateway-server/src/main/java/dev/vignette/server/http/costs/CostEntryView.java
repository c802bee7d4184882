package dev.vignette.server.http.costs;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.ledger.Billing;
import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.ledger.Line;
import dev.vignette.ledger.Work;
import dev.vignette.money.Money;
import dev.vignette.store.LedgerEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger as it is written: the members of the cost log, and what a correction has
 * besides. The components are the columns of the table, in their order.
 *
 * @param sequence its place in the ledger
 * @param type what sort of line it is
 * @param chargeId the charge, in a correction the one that is corrected
 * @param correctionId the correction; {@code null} in a charge
 * @param corrects the charge that is corrected; {@code null} in a charge
 * @param chargedAt when it was written
 * @param provider the configured provider
 * @param adapter the vendor's adapter
 * @param model the model that was ordered
 * @param modelVersion its version, when known
 * @param providerId the job's id at the provider, when known
 * @param generationId the generation that caused it, when known
 * @param attempt the attempt's place in its generation, from 1; 0 without an attempt
 * @param client who called
 * @param kind what was asked for, when known
 * @param imagesOrdered pictures ordered; 0 in lines from before that was written down
 * @param images pictures delivered
 * @param gpuSeconds computing time, when the provider reported it
 * @param tookSeconds from the order to its end; {@code null} when there was no job
 * @param quantity how many units were counted, when any were
 * @param unit what was counted
 * @param unitPrice what one of them cost
 * @param listPrice what one of them costs everybody, where a contract says otherwise
 * @param amount what it comes to, in a correction the difference; {@code null} when unknown
 * @param currency the ISO code of the amount
 * @param certainty how well the amount is known
 * @param priceVersion the price that was used, when one was
 * @param outcome the attempt's final state
 * @param labels the generation's labels
 * @param source who says that it cost more or less; {@code null} in a charge
 * @param reason why, for people; {@code null} in a charge
 * @param paidBy who pays for it, whatever became of it
 * @param sandbox whether the money is pretended
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "CostEntry", description = "One line of the ledger")
record CostEntryView(
        long sequence,
        @Schema(description = "charge or correction", example = "charge") String type,
        String chargeId,
        @Schema(nullable = true) @Nullable String correctionId,
        @Schema(nullable = true, description = "the charge that is corrected")
                @Nullable String corrects,
        @Schema(format = "date-time") String chargedAt,
        String provider,
        String adapter,
        String model,
        @Schema(nullable = true) @Nullable String modelVersion,
        @Schema(nullable = true) @Nullable String providerId,
        @Schema(nullable = true) @Nullable String generationId,
        int attempt,
        String client,
        @Schema(nullable = true) @Nullable String kind,
        int imagesOrdered,
        int images,
        @Schema(nullable = true) @Nullable BigDecimal gpuSeconds,
        @Schema(nullable = true) @Nullable BigDecimal tookSeconds,
        @Schema(nullable = true) @Nullable BigDecimal quantity,
        @Schema(nullable = true, example = "image") @Nullable String unit,
        @Schema(nullable = true, example = "0.04") @Nullable String unitPrice,
        @Schema(nullable = true, example = "0.05") @Nullable String listPrice,
        @Schema(
                        nullable = true,
                        example = "0.16",
                        description = "in a correction the difference; null when it is unknown")
                @Nullable String amount,
        @Schema(nullable = true, example = "USD") @Nullable String currency,
        @Schema(example = "price_book") String certainty,
        @Schema(nullable = true) @Nullable String priceVersion,
        String outcome,
        Map<String, String> labels,
        @Schema(nullable = true, example = "invoice") @Nullable String source,
        @Schema(nullable = true) @Nullable String reason,
        @Schema(
                        type = "string",
                        allowableValues = {"client", "all_clients", "operator"},
                        description = "who pays for it, whatever became of it")
                String paidBy,
        boolean sandbox) {

    static CostEntryView of(LedgerEntry entry) {
        Line line = entry.line();
        Work work = line.work();
        Billing billing = line.billing();
        Money amount = billing.cost().money();
        Correction correction = line instanceof Correction made ? made : null;
        return new CostEntryView(
                entry.sequence(),
                line.type(),
                charge(line),
                correction == null ? null : correction.id(),
                correction == null ? null : correction.charge(),
                line.at().toString(),
                work.provider(),
                work.adapter(),
                work.model(),
                work.modelVersion(),
                work.providerId(),
                work.generation() == null ? null : work.generation().value(),
                work.attemptNumber(),
                work.client(),
                work.kind() == null ? null : work.kind().wireName(),
                work.ordered(),
                work.images(),
                Decimals.plain(work.gpuSeconds()),
                Decimals.seconds(work.took()),
                Decimals.plain(billing.quantity()),
                billing.unit() == null ? null : billing.unit().wireName(),
                Decimals.price(billing.unitPrice()),
                Decimals.price(billing.listPrice()),
                amount == null ? null : amount.text(),
                amount == null ? null : amount.currency().getCurrencyCode(),
                billing.cost().certainty().wireName(),
                billing.priceVersion(),
                work.outcome(),
                new TreeMap<>(work.labels()),
                correction == null ? null : correction.source().wireName(),
                correction == null ? null : correction.reason(),
                work.payer().wireName(),
                work.sandbox());
    }

    private static String charge(Line line) {
        return switch (line) {
            case Charge charge -> charge.id();
            case Correction correction -> correction.charge();
        };
    }
}
