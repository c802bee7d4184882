package dev.vignette.server.http.kinds;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.provider.Support;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one provider does with one member, on the wire.
 *
 * @param support {@code honoured}, {@code adapted} or {@code unable}
 * @param range the values it takes; absent when it takes none
 * @param reason how it adapts, or why it is unable
 */
@Serdeable.Serializable
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Support", description = "What one provider does with one member")
public record SupportView(
        @Schema(
                        type = "string",
                        allowableValues = {"honoured", "adapted", "unable"})
                String support,
        @Nullable RangeView range,
        @Nullable String reason) {

    static SupportView of(Support support) {
        return switch (support) {
            case Support.Honoured(var range) ->
                    new SupportView("honoured", RangeView.of(range), null);
            case Support.Adapted(var range, var reason) ->
                    new SupportView("adapted", RangeView.of(range), reason);
            case Support.Unable(var reason) -> new SupportView("unable", null, reason);
        };
    }
}
