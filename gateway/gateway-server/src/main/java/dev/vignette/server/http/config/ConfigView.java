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
 * The configuration on the wire.
 *
 * @param version the number of the version in force
 * @param hash the SHA-256 of its text
 * @param appliedAt when it came into force
 * @param appliedBy {@code start}, {@code file}, or the client that rolled back
 * @param restores the version whose text a rollback put back; {@code null} for a new one
 * @param file the path of the operator's file, as it was configured
 * @param inSync whether that file's content is what is in force
 * @param outOfSync why it is not; {@code null} when it is
 * @param refused what of the file was refused; {@code null} when nothing is
 * @param needRestart the keys whose change takes effect at the next start
 * @param versions the latest versions, newest first
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Config", description = "What is in force, and how the file stands to it")
record ConfigView(
        long version,
        String hash,
        @Schema(format = "date-time") String appliedAt,
        @Schema(example = "file") String appliedBy,
        @Schema(nullable = true) @Nullable Long restores,
        @Schema(example = "vignette.yml") String file,
        boolean inSync,
        @Schema(nullable = true) @Nullable String outOfSync,
        @Schema(nullable = true) @Nullable RefusedView refused,
        List<String> needRestart,
        List<VersionView> versions) {
    private static final int LATEST = 20;

    static ConfigView of(Standing standing) {
        ConfigurationVersion now = standing.current();
        String outOfSync = standing.outOfSync().orElse(null);
        return new ConfigView(
                now.number(),
                now.hash().hex(),
                Times.text(now.appliedAt()),
                now.appliedBy(),
                now.restores(),
                standing.path(),
                outOfSync == null,
                outOfSync,
                standing.refused().map(RefusedView::of).orElse(null),
                standing.needRestart(),
                standing.latest(LATEST).stream().map(VersionView::of).toList());
    }
}
