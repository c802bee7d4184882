package dev.vignette.server.http.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.server.live.Standing;
import dev.vignette.store.ConfigurationVersion;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version of the configuration in the list.
 *
 * @param version its number, from 1
 * @param hash the SHA-256 of its text
 * @param appliedAt when it came into force
 * @param appliedBy {@code start}, {@code file}, or the client that rolled back
 * @param restores the version whose text a rollback put back; {@code null} for a new one
 * @param changed the keys that differ from the version before; a list counts as one
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ConfigVersion", description = "A version that came into force")
record VersionView(
        long version,
        String hash,
        @Schema(format = "date-time") String appliedAt,
        @Schema(example = "file") String appliedBy,
        @Schema(nullable = true) @Nullable Long restores,
        @Schema(example = "[\"vignette.routes.headshot\"]") List<String> changed) {

    static VersionView of(Standing.Listed listed) {
        ConfigurationVersion version = listed.version();
        return new VersionView(
                version.number(),
                version.hash().hex(),
                Times.text(version.appliedAt()),
                version.appliedBy(),
                version.restores(),
                listed.changed());
    }
}
