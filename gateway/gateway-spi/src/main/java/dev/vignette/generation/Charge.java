package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.money.Cost;
import dev.vignette.money.PriceUnit;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of the cost ledger: what one attempt cost. Written once per attempt, in the transaction
 * that records its end, and never changed.
 *
 * @param id its name, {@code chg_} and a sortable id
 * @param chargedAt when it was written
 * @param provider the configured provider
 * @param adapter the vendor's adapter
 * @param model the model that was ordered
 * @param modelVersion its version, when known
 * @param providerId the job's id at the provider, when one is known
 * @param generation the generation that caused it; {@code null} when none is known, see {@link
 *     Orphan}
 * @param attempt the attempt it belongs to; one charge each
 * @param attemptNumber the attempt's place in its generation, from 1
 * @param client who called
 * @param kind what was asked for; {@code null} when that is not known
 * @param images pictures the provider delivered
 * @param gpuSeconds computing time the provider reported, when it did
 * @param quantity how many units were counted; {@code null} when unpriced
 * @param unit what was counted; {@code null} when unpriced
 * @param unitPrice the price of one unit; {@code null} when unpriced
 * @param cost the amount and how well it is known
 * @param priceVersion {@link dev.vignette.money.Price#version()}; {@code null} when no price was
 *     used
 * @param outcome the attempt's final state on the wire
 * @param labels the generation's labels
 * @param sandbox whether the money is pretended
 */
public record Charge(
        String id,
        Instant chargedAt,
        String provider,
        String adapter,
        String model,
        @Nullable String modelVersion,
        @Nullable String providerId,
        @Nullable GenerationId generation,
        AttemptId attempt,
        int attemptNumber,
        String client,
        @Nullable Kind kind,
        int images,
        @Nullable BigDecimal gpuSeconds,
        @Nullable BigDecimal quantity,
        @Nullable PriceUnit unit,
        @Nullable BigDecimal unitPrice,
        Cost cost,
        @Nullable String priceVersion,
        String outcome,
        Map<String, String> labels,
        boolean sandbox) {

    public Charge {
        labels = Map.copyOf(labels);
    }
}
