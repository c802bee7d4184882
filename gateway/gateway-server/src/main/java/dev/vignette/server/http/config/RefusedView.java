package dev.vignette.server.http.config;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.Times;
import dev.vignette.server.live.Refused;
import dev.vignette.server.settings.Fault;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of the operator's file was refused, on the wire.
 *
 * @param at when
 * @param hash the SHA-256 of the file's content
 * @param faults all that is wrong with it
 */
@Serdeable.Serializable
@Schema(name = "RefusedConfig", description = "A content of the file that is not in force")
record RefusedView(@Schema(format = "date-time") String at, String hash, List<FaultView> faults) {

    /**
     * One fault.
     *
     * @param line its line, from 1; {@code null} when it is about the whole
     * @param key the key at fault; {@code null} when it is about none
     * @param reason what is wrong and what would be right
     */
    @Serdeable.Serializable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "ConfigFault", description = "One thing to put right")
    record FaultView(
            @Schema(nullable = true) @Nullable Integer line,
            @Schema(nullable = true, example = "vignette.cache.ttl") @Nullable String key,
            String reason) {

        static FaultView of(Fault fault) {
            return new FaultView(
                    fault.line() == 0 ? null : fault.line(), fault.key(), fault.sentence());
        }
    }

    static RefusedView of(Refused refused) {
        return new RefusedView(
                Times.text(refused.at()),
                refused.hash().hex(),
                refused.faults().stream().map(FaultView::of).toList());
    }
}
