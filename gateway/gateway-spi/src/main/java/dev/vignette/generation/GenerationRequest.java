package dev.vignette.generation;

import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.PortraitRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One app's request, normalised: what to make and how to treat it.
 *
 * @param portrait what is to be made
 * @param cache how stored pictures are treated
 * @param terms on which terms its pictures may be bought
 * @param deadline how long buying may take, 10 to 1800 seconds
 * @param subject opaque id of the person shown; {@code null} when none was given, or erased
 * @param labels copied to every charge
 * @param metadata returned with the generation; empty when erased
 */
public record GenerationRequest(
        PortraitRequest portrait,
        CacheMode cache,
        Terms terms,
        Duration deadline,
        @Nullable String subject,
        Map<String, String> labels,
        Map<String, String> metadata) {

    public GenerationRequest {
        labels = Map.copyOf(labels);
        metadata = Map.copyOf(metadata);
    }
}
