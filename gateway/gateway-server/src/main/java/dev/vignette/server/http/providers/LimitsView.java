package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.engine.limit.Closure;
import dev.vignette.engine.limit.GateView;
import dev.vignette.server.http.Times;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What a provider may be asked at once, on the wire.
 *
 * @param inFlight the most orders and jobs, over all gateways; {@code null} for any number
 * @param inFlightNow the most that this gateway sends at present, as learned; {@code null} for any
 *     number
 * @param requestsPerMinute the most orders in a minute, over all gateways; {@code null} for any
 *     number
 * @param requestsLastMinute how many this gateway has sent in the last minute
 * @param closedUntil when it gets orders again; {@code null} while it gets some
 * @param closedBy why it gets none
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "ProviderLimits", description = "What a provider may be asked at once")
record LimitsView(
        @Schema(nullable = true) @Nullable Integer inFlight,
        @Schema(nullable = true) @Nullable Integer inFlightNow,
        @Schema(nullable = true) @Nullable Integer requestsPerMinute,
        int requestsLastMinute,
        @Schema(format = "date-time", nullable = true) @Nullable String closedUntil,
        @Schema(nullable = true, example = "throttled") @Nullable String closedBy) {

    static LimitsView of(GateView gate) {
        Closure closure = gate.closed().orElse(null);
        return new LimitsView(
                orNull(gate.ceiling()),
                orNull(gate.limit()),
                orNull(gate.ordersPerMinute()),
                gate.ordersInLastMinute(),
                closure == null ? null : Times.text(closure.until()),
                closure == null ? null : closure.why().name().toLowerCase(Locale.ROOT));
    }

    private static @Nullable Integer orNull(OptionalInt number) {
        return number.isPresent() ? (Integer) number.getAsInt() : null;
    }
}
