package dev.vignette.server.http.generation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whether pictures bought for another generation serve this one, on the wire.
 *
 * @param hit whether they do
 * @param joined true when they were being made at the time
 * @param sourceId the generation that bought them
 * @param ageSeconds how old they were
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "Cache",
        description = "Whether pictures bought for another generation serve this one")
record CacheView(
        boolean hit,
        @Nullable Boolean joined,
        @Nullable String sourceId,
        @Nullable Long ageSeconds) {
    static final CacheView MISS = new CacheView(false, null, null, null);
}
