package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.health.Breaker;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's answers tell of it, on the wire.
 *
 * @param breaker {@code closed} while orders pass, {@code open} while none do, {@code half_open}
 *     while a few are tried
 * @param until when orders are tried again; {@code null} unless it is open
 * @param cause what opened it; {@code null} unless it is open
 * @param probe what it answered when it was last asked for nothing; {@code null} when it was not
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProviderHealth", description = "What a provider's answers tell of it")
record HealthView(
        @Schema(
                        type = "string",
                        allowableValues = {"closed", "open", "half_open"})
                String breaker,
        @Schema(format = "date-time", nullable = true) @Nullable String until,
        @Schema(nullable = true, example = "unavailable") @Nullable String cause,
        @Schema(nullable = true) @Nullable ProbeView probe) {

    static HealthView of(Breaker breaker, @Nullable ProbeView probe) {
        return breaker instanceof Breaker.Open(var until, var cause)
                ? new HealthView(breaker.wireName(), Times.text(until), cause.wireName(), probe)
                : new HealthView(breaker.wireName(), null, null, probe);
    }
}
