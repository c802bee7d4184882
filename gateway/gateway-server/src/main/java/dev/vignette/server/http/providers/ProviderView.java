package dev.vignette.server.http.providers;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.vignette.server.http.kinds.ProviderKindView;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider on the wire.
 *
 * @param name its configured name
 * @param adapter the vendor's adapter; {@code null} for one that cannot be used
 * @param configured whether it has what it takes to call it
 * @param enabled whether the file lets it be used
 * @param unusable why it cannot be used; {@code null} when it can
 * @param paused why operators let it rest; {@code null} when they do not
 * @param health what its answers tell of it
 * @param inFlight orders and jobs of this gateway there
 * @param waiting orders of this gateway that wait for a place
 * @param limits what it may be asked at once
 * @param attempts how many attempts of the last day the following figures are of, at most 1000
 * @param successRate the part of them that brought pictures; those stopped by their callers or
 *     refused for what they asked do not count; {@code null} when there are none
 * @param p50Seconds the median time of those that brought pictures; {@code null} when none did
 * @param p95Seconds the time that 95 of 100 of those took at most
 * @param capabilities what it can do for each kind
 * @param prices its lines of the price list
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Provider", description = "A configured provider, and how it stands")
record ProviderView(
        @Schema(example = "replicate") String name,
        @Schema(nullable = true) @Nullable String adapter,
        boolean configured,
        boolean enabled,
        @Schema(nullable = true) @Nullable String unusable,
        @Schema(nullable = true) @Nullable PauseView paused,
        HealthView health,
        int inFlight,
        WaitingView waiting,
        @Schema(nullable = true) @Nullable LimitsView limits,
        int attempts,
        @Schema(nullable = true, example = "0.998") @Nullable BigDecimal successRate,
        @Schema(nullable = true, example = "28.541") @Nullable BigDecimal p50Seconds,
        @Schema(nullable = true, example = "41.2") @Nullable BigDecimal p95Seconds,
        List<ProviderKindView> capabilities,
        List<PriceView> prices) {}
