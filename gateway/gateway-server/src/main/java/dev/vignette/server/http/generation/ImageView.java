package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One stored picture on the wire.
 *
 * @param index its place, from 0
 * @param url a link that works without a key
 * @param urlExpiresAt until when
 * @param deletesAt when the picture is deleted; {@code null} when it is kept
 * @param contentType its media type, by its bytes
 * @param width in pixels
 * @param height in pixels
 * @param bytes its size
 * @param sha256 the SHA-256 of its bytes, in hexadecimal
 * @param seed the seed it was made with, when known
 * @param provider who made it
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Image", description = "One stored picture, byte for byte as the provider made it")
record ImageView(
        int index,
        @Schema(format = "uri", description = "works without a key until url_expires_at")
                String url,
        @Schema(format = "date-time") String urlExpiresAt,
        @Schema(format = "date-time", nullable = true) @Nullable String deletesAt,
        @Schema(example = "image/png") String contentType,
        @Schema(example = "1024") int width,
        @Schema(example = "1024") int height,
        @Schema(example = "1483920") long bytes,
        @Schema(pattern = "^[0-9a-f]{64}$") String sha256,
        @Schema(nullable = true) @Nullable Long seed,
        @Schema(example = "replicate") String provider) {}
