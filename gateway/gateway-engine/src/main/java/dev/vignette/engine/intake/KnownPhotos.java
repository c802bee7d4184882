package dev.vignette.engine.intake;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vignette.engine.intake.PhotoCleaner.CleanPhoto;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Photo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Remembers the facts of photos seen lately, never the photos, so that a repeat costs one hash. Of
 * many callers with the same new photo one cleans it and the others wait.
 */
final class KnownPhotos {
    private static final int MOST = 20_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final PhotoCleaner cleaner;
    private final AsyncCache<ContentHash, Photo> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).buildAsync();

    KnownPhotos(PhotoCleaner cleaner) {
        this.cleaner = cleaner;
    }

    PhotoOutcome.Ready take(byte[] raw) throws UnusablePhoto {
        PhotoLimits.checkBytes(raw.length);
        ContentHash hash = ContentHash.of(raw);
        CompletableFuture<Photo> seen = known.getIfPresent(hash);
        if (seen != null) {
            return again(raw, hash, seen);
        }
        CompletableFuture<Photo> mine = new CompletableFuture<>();
        CompletableFuture<Photo> theirs = known.asMap().putIfAbsent(hash, mine);
        return theirs == null ? first(raw, hash, mine) : again(raw, hash, theirs);
    }

    private PhotoOutcome.Ready first(byte[] raw, ContentHash hash, CompletableFuture<Photo> told)
            throws UnusablePhoto {
        try {
            CleanPhoto clean = cleaner.clean(raw, hash);
            told.complete(clean.facts());
            return new PhotoOutcome.Ready(clean.facts(), clean::bytes);
        } catch (UnusablePhoto | RuntimeException | Error e) {
            told.completeExceptionally(e); // the others get it too; the cache forgets it
            throw e;
        }
    }

    private PhotoOutcome.Ready again(byte[] raw, ContentHash hash, CompletableFuture<Photo> seen)
            throws UnusablePhoto {
        try {
            Photo facts = seen.join();
            return new PhotoOutcome.Ready(
                    facts, () -> facts.hash().equals(hash) ? raw : cleanedAgain(raw, hash));
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnusablePhoto unusable) {
                throw unusable;
            }
            throw e;
        }
    }

    private byte[] cleanedAgain(byte[] raw, ContentHash hash) {
        try {
            return cleaner.clean(raw, hash).bytes();
        } catch (UnusablePhoto e) {
            throw new IllegalStateException("a photo that was usable is not any more", e);
        }
    }
}
