package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.generation.GenerationFailure;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a generation came to nothing, on the wire.
 *
 * @param code the stable code
 * @param detail one sentence
 * @param provider where; {@code null} when nobody was asked
 * @param retryable whether the same request may do better later
 * @param charged whether money was or may have been spent
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Failure", description = "Why an accepted generation came to nothing")
record FailureView(
        @Schema(
                        type = "string",
                        allowableValues = {
                            "content_refused",
                            "invalid_input",
                            "provider_unavailable",
                            "provider_failed",
                            "provider_credentials",
                            "provider_out_of_credit",
                            "throttled",
                            "deadline_exceeded",
                            "output_lost",
                            "outcome_unknown",
                            "malformed_answer"
                        })
                String code,
        String detail,
        @Schema(nullable = true) @Nullable String provider,
        boolean retryable,
        boolean charged) {

    static FailureView of(GenerationFailure failure) {
        return new FailureView(
                failure.code().wireName(),
                failure.detail(),
                failure.provider(),
                failure.retryable(),
                failure.charged());
    }
}
