package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of generations on the wire.
 *
 * @param data the generations, newest first
 * @param nextCursor leads to the next page; {@code null} on the last one
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "GenerationPage", description = "A page of generations, newest first")
record GenerationPage(
        List<GenerationView> data,
        @Schema(nullable = true, description = "leads to the next page")
                @Nullable String nextCursor) {}
