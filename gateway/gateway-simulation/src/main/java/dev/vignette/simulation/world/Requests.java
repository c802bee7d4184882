package dev.vignette.simulation.world;

import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Style;
import dev.vignette.simulation.fault.Chance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what apps ask: few people and few kinds, so that identical requests are common. */
final class Requests {
    private static final int MOST_PICTURES = 5;
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final List<PhotoSource> people;
    private final Chance chance;
    private int keys;

    Requests(List<PhotoSource> people, Chance chance) {
        this.people = people;
        this.chance = chance;
    }

    GenerationAsk draw() {
        Kind kind = chance.of(0.3) ? Kind.PORTRAIT_SERIES : Kind.HEADSHOT;
        Integer count = chance.of(0.2) ? chance.between(1, MOST_PICTURES) : null;
        String key = chance.of(0.7) ? "key-" + keys++ : null;
        return ask(kind, chance.oneOf(people), count, cache(), deadline(), key, List.of());
    }

    /** One of many that have nothing to do with each other. */
    GenerationAsk drawMany(int number, String provider) {
        return ask(
                Kind.PORTRAIT_SERIES,
                people.getFirst(),
                MOST_PICTURES,
                CacheMode.OFF,
                LONGEST,
                "rush-" + number,
                List.of(provider));
    }

    private @Nullable CacheMode cache() {
        return chance.of(0.2) ? chance.oneOf(List.of(CacheMode.values())) : null;
    }

    private @Nullable Duration deadline() {
        return chance.of(0.5)
                ? chance.between(Duration.ofSeconds(10), Duration.ofMinutes(30))
                : null;
    }

    private static GenerationAsk ask(
            Kind kind,
            PhotoSource photo,
            @Nullable Integer count,
            @Nullable CacheMode cache,
            @Nullable Duration deadline,
            @Nullable String key,
            List<String> providers) {
        return new GenerationAsk(
                kind,
                photo,
                count,
                Style.NONE,
                null,
                providers,
                cache,
                null,
                null,
                deadline,
                "person-7",
                Map.of(),
                Map.of(),
                key);
    }
}
