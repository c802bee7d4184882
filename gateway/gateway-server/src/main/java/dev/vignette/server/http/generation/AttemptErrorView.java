package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.provider.ProviderFailure;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why an attempt brought nothing, on the wire.
 *
 * @param code the sort of failure
 * @param detail one sentence
 * @param providerCode the provider's own code, when it gave one
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "AttemptError", description = "Why an attempt brought nothing")
public record AttemptErrorView(
        @Schema(example = "throttled") String code,
        String detail,
        @Schema(nullable = true) @Nullable String providerCode) {

    static AttemptErrorView of(ProviderFailure failure) {
        return new AttemptErrorView(
                failure.kind().wireName(), failure.detail(), failure.vendorCode());
    }
}
