package dev.vignette.provider;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a finished job delivered. Fewer pictures than ordered are possible, none is not: that is an
 * {@link Progress.Ended}.
 *
 * @param assets the pictures in the provider's order, at least one
 * @param usage what the job used
 * @param modelVersion the version that made them, when the provider named one
 */
public record Delivery(List<Asset> assets, Usage usage, @Nullable String modelVersion) {
    public Delivery {
        assets = List.copyOf(assets);
        if (assets.isEmpty()) {
            throw new IllegalArgumentException("a delivery has at least one picture");
        }
    }
}
