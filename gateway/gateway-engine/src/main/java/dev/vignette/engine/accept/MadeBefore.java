package dev.vignette.engine.accept;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.objects.ObjectStore;
import dev.vignette.portrait.CacheKey;
import dev.vignette.store.ProductionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Finds pictures of an identical request. The rows are the truth and outlive a restart; what was
 * found lately stays in memory in front of them. A hit whose stored picture is gone is a miss.
 */
public final class MadeBefore {
    private static final int BYTES_PER_PRODUCTION = 2048;
    private static final int BYTES_PER_PICTURE = 512;

    private final Cache<CacheKey, Production> recent;
    private final ProductionStore productions;
    private final ObjectStore pictures;
    private final Supplier<Duration> life;
    private final Clock clock;

    /**
     * @param productions the truth
     * @param pictures where the pictures are
     * @param life how long pictures serve later requests
     * @param maxBytes about how much memory to use
     * @param clock tells the time
     */
    public MadeBefore(
            ProductionStore productions,
            ObjectStore pictures,
            Supplier<Duration> life,
            long maxBytes,
            Clock clock) {
        this.recent =
                Caffeine.newBuilder().maximumWeight(maxBytes).weigher(MadeBefore::weight).build();
        this.productions = productions;
        this.pictures = pictures;
        this.life = life;
        this.clock = clock;
    }

    /** The production whose pictures serve that key, all of them stored; or empty. */
    public Optional<Production> find(CacheKey key) {
        Instant notBefore = clock.instant().minus(life.get());
        Optional<Production> made =
                Optional.ofNullable(recent.getIfPresent(key))
                        .filter(known -> known.finished().filter(notBefore::isBefore).isPresent())
                        .or(() -> read(key, notBefore));
        if (made.isEmpty() || !made.get().pictures().stream().allMatch(this::isThere)) {
            recent.invalidate(key);
            return Optional.empty();
        }
        return made;
    }

    /** Forgets what is in memory for that key; the rows are not touched. */
    public void forget(CacheKey key) {
        recent.invalidate(key);
    }

    /** Reads with the key held, so that nothing forgotten meanwhile is put back. */
    private Optional<Production> read(CacheKey key, Instant notBefore) {
        return Optional.ofNullable(
                recent.asMap()
                        .compute(key, (_, _) -> productions.made(key, notBefore).orElse(null)));
    }

    private boolean isThere(Picture picture) {
        return pictures.find(picture.key()).isPresent();
    }

    private static int weight(CacheKey key, Production production) {
        return BYTES_PER_PRODUCTION + BYTES_PER_PICTURE * production.pictures().size();
    }
}
