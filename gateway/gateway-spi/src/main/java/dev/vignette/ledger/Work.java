package dev.vignette.ledger;

import dev.vignette.id.AttemptId;
import dev.vignette.id.GenerationId;
import dev.vignette.portrait.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was done, for whom and by whom, that a line of the ledger is about.
 *
 * @param provider the configured provider
 * @param adapter the vendor's adapter
 * @param model the model that was ordered
 * @param modelVersion its version, when known
 * @param providerId the job's id at the provider, when one is known
 * @param generation the generation that caused it; {@code null} when none is known
 * @param attempt the attempt it belongs to; {@code null} for what a provider takes for a month
 * @param attemptNumber the attempt's place in its generation, from 1; 0 without an attempt
 * @param client who called
 * @param kind what was asked for; {@code null} when that is not known
 * @param ordered pictures that were ordered
 * @param pixels the size that was asked for each picture, width times height; {@code null} when
 *     none was
 * @param images pictures the provider delivered
 * @param gpuSeconds computing time the provider reported, when it did
 * @param took from sending the order to knowing its end; {@code null} when there was no job
 * @param outcome the attempt's final state on the wire
 * @param labels the generation's labels
 * @param sandbox whether the money is pretended
 */
public record Work(
        String provider,
        String adapter,
        String model,
        @Nullable String modelVersion,
        @Nullable String providerId,
        @Nullable GenerationId generation,
        @Nullable AttemptId attempt,
        int attemptNumber,
        String client,
        @Nullable Kind kind,
        int ordered,
        @Nullable Long pixels,
        int images,
        @Nullable BigDecimal gpuSeconds,
        @Nullable Duration took,
        String outcome,
        Map<String, String> labels,
        boolean sandbox) {

    public Work {
        labels = Map.copyOf(labels);
    }

    /** Who pays for it. */
    public Payer payer() {
        if (generation != null) {
            return Payer.CLIENT;
        }
        return client.isEmpty() ? Payer.ALL_CLIENTS : Payer.OPERATOR;
    }
}
