package dev.vignette.server.http.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.generation.Evidence;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen of an attempt, on the wire.
 *
 * @param at when
 * @param kind what
 * @param providerId the provider's job it names; {@code null} when it names none
 * @param detail one sentence
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Evidence", description = "Something that was seen of an attempt")
record EvidenceView(
        @Schema(format = "date-time") String at,
        @Schema(example = "photo_fetched") String kind,
        @Schema(nullable = true) @Nullable String providerId,
        String detail) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(
                Times.text(evidence.at()),
                evidence.kind().wireName(),
                evidence.task(),
                evidence.detail());
    }
}
