package dev.vignette.engine.request;

import dev.vignette.generation.Priority;
import dev.vignette.money.Money;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Style;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an app asks, each member valid by itself and nothing filled in: {@code null} means that the
 * caller did not set it.
 *
 * @param kind the kind of picture
 * @param photo the reference photo
 * @param count how many pictures, 1 to 13
 * @param style how they should look
 * @param onMisfit which providers may serve what they cannot honour in full
 * @param providers the providers the caller allows; empty means all of the route
 * @param cache how stored pictures are treated
 * @param priority how urgent it is
 * @param maxCost what all attempts together may cost, more than zero
 * @param deadline how long buying may take, 10 to 1800 seconds
 * @param subject opaque id of the person shown
 * @param labels copied to every charge
 * @param metadata returned with the generation
 * @param idempotencyKey the caller's key, unquoted
 */
public record GenerationAsk(
        Kind kind,
        PhotoSource photo,
        @Nullable Integer count,
        Style style,
        @Nullable OnMisfit onMisfit,
        List<String> providers,
        @Nullable CacheMode cache,
        @Nullable Priority priority,
        @Nullable Money maxCost,
        @Nullable Duration deadline,
        @Nullable String subject,
        Map<String, String> labels,
        Map<String, String> metadata,
        @Nullable String idempotencyKey) {

    public GenerationAsk {
        providers = List.copyOf(providers);
        labels = Map.copyOf(labels);
        metadata = Map.copyOf(metadata);
    }
}
