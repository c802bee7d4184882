package dev.vignette.server.http.kinds;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Capabilities;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one provider can do for a kind, on the wire.
 *
 * @param provider its configured name
 * @param kind what for
 * @param model the model that serves it
 * @param modelVersion the pinned version; {@code null} when the provider chooses
 * @param members what it does with each member
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProviderKind", description = "What one provider can do for a kind")
public record ProviderKindView(
        String provider,
        @Schema(example = "headshot") String kind,
        String model,
        @Schema(nullable = true) @Nullable String modelVersion,
        Map<String, SupportView> members) {

    /** That provider's declaration. */
    public static ProviderKindView of(String name, Capabilities can) {
        Map<String, SupportView> members = new LinkedHashMap<>();
        for (Member member : Member.values()) {
            members.put(member.wireName(), SupportView.of(can.support(member)));
        }
        return new ProviderKindView(
                name, can.kind().wireName(), can.model(), can.modelVersion(), members);
    }
}
