package dev.vignette.server.http.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.store.ConfigurationVersion;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A version of the configuration with its text.
 *
 * @param version its number, from 1
 * @param hash the SHA-256 of its text
 * @param appliedAt when it came into force
 * @param appliedBy {@code start}, {@code file}, or the client that rolled back
 * @param restores the version whose text a rollback put back; {@code null} for a new one
 * @param text the text; empty for the built-in defaults
 * @param diff the text against that of the version before, as a unified diff
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ConfigVersionText", description = "A version with its text and what it changed")
record VersionTextView(
        long version,
        String hash,
        @Schema(format = "date-time") String appliedAt,
        String appliedBy,
        @Schema(nullable = true) @Nullable Long restores,
        String text,
        String diff) {

    static VersionTextView of(ConfigurationVersion version) {
        return new VersionTextView(
                version.number(),
                version.hash().hex(),
                Times.text(version.appliedAt()),
                version.appliedBy(),
                version.restores(),
                version.text(),
                version.diff());
    }
}
