package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.store.Erasure;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An erasure on the wire.
 *
 * @param id its id
 * @param generationId what is deleted
 * @param state {@code pending} or {@code done}
 * @param places the same for every place that holds contents
 * @param requestedAt when it was asked for
 * @param completedAt when all were gone; {@code null} until then
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Erasure", description = "The deletion of a generation's contents")
record ErasureView(
        @Schema(example = "era_01k9z5r4y8h2m6q0c3v7x1b5n9") String id,
        String generationId,
        @Schema(
                        type = "string",
                        allowableValues = {"pending", "done"})
                String state,
        Map<String, String> places,
        @Schema(format = "date-time") String requestedAt,
        @Schema(format = "date-time", nullable = true) @Nullable String completedAt) {

    static ErasureView of(Erasure erasure) {
        Map<String, String> places = new TreeMap<>();
        erasure.places().forEach((place, gone) -> places.put(place, state(gone)));
        return new ErasureView(
                erasure.id().value(),
                erasure.generation().value(),
                state(erasure.doneAt() != null),
                places,
                Times.text(erasure.requestedAt()),
                Times.textOrNull(erasure.doneAt()));
    }

    private static String state(boolean gone) {
        return gone ? "done" : "pending";
    }
}
