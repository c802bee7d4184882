package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * One picture of a production.
 *
 * @param production what it was bought for
 * @param index its place in the answer, from 0
 * @param attempt what bought it
 * @param provider who made it
 * @param key where it is stored or will be; decided before the first byte is fetched
 * @param seed the seed it was made with, when known
 * @param state where it is
 */
public record Picture(
        ProductionId production,
        int index,
        AttemptId attempt,
        String provider,
        ObjectKey key,
        @Nullable Long seed,
        PictureState state) {

    /** The same picture elsewhere. */
    public Picture in(PictureState next) {
        return new Picture(production, index, attempt, provider, key, seed, next);
    }
}
