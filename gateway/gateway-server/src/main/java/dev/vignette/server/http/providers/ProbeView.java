package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.provider.Probe;
import dev.vignette.server.http.Times;
import dev.vignette.server.live.Probing.Probed;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a provider answered when it was asked for nothing, on the wire.
 *
 * @param checkedAt when
 * @param reachable whether it answered well; {@code null} when it has nothing free to ask
 * @param detail what was the matter; {@code null} when nothing was
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Probe", description = "A question that costs nothing, and its answer")
record ProbeView(
        @Schema(format = "date-time") String checkedAt,
        @Schema(nullable = true) @Nullable Boolean reachable,
        @Schema(nullable = true) @Nullable String detail) {

    static ProbeView of(Probed probed) {
        String at = Times.text(probed.at());
        return switch (probed.probe()) {
            case Probe.Reachable _ -> new ProbeView(at, true, null);
            case Probe.Unreachable(var failure) -> new ProbeView(at, false, failure.detail());
            case Probe.Silent _ -> new ProbeView(at, null, null);
        };
    }
}
