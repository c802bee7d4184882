package dev.vignette.server.http.attempts;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of attempts on the wire.
 *
 * @param data the attempts, those sent last first
 * @param nextCursor leads to the next page; {@code null} on the last
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ReviewedAttemptPage", description = "A page of attempts")
record ReviewedPage(
        List<ReviewedView> data, @Schema(nullable = true) @Nullable String nextCursor) {}
