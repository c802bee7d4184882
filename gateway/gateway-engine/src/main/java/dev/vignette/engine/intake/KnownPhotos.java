package dev.vignette.engine.intake;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vignette.engine.intake.PhotoCleaner.CleanPhoto;
import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Photo;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers what came of photos seen lately, never the photos, so that a repeat costs one hash. Of
 * many callers with the same new photo one cleans it and the others wait.
 */
final class KnownPhotos {
    private static final int MOST = 20_000;
    private static final Duration UNUSED = Duration.ofHours(1);

    private final PhotoCleaner cleaner;
    private final AsyncCache<ContentHash, Verdict> known =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(UNUSED).buildAsync();

    KnownPhotos(PhotoCleaner cleaner) {
        this.cleaner = cleaner;
    }

    /** What came of one file. */
    private sealed interface Verdict {
        record Usable(Photo facts) implements Verdict {}

        record Unusable(PhotoProblem problem) implements Verdict {}
    }

    PhotoOutcome take(byte[] raw) throws UnusablePhoto {
        PhotoLimits.checkBytes(raw.length);
        ContentHash hash = ContentHash.of(raw);
        CompletableFuture<Verdict> seen = known.getIfPresent(hash);
        if (seen != null) {
            return again(raw, hash, seen.join());
        }
        CompletableFuture<Verdict> mine = new CompletableFuture<>();
        CompletableFuture<Verdict> theirs = known.asMap().putIfAbsent(hash, mine);
        return theirs == null ? first(raw, hash, mine) : again(raw, hash, theirs.join());
    }

    private PhotoOutcome first(byte[] raw, ContentHash hash, CompletableFuture<Verdict> told) {
        try {
            CleanPhoto clean = cleaner.clean(raw, hash);
            told.complete(new Verdict.Usable(clean.facts()));
            return new PhotoOutcome.Ready(clean.facts(), clean::bytes);
        } catch (UnusablePhoto e) {
            told.complete(new Verdict.Unusable(e.problem()));
            return new PhotoOutcome.Refused(e.problem());
        } catch (RuntimeException | Error e) {
            told.completeExceptionally(e); // whoever waits fails too; the cache forgets it
            throw e;
        }
    }

    private PhotoOutcome again(byte[] raw, ContentHash hash, Verdict verdict) {
        return switch (verdict) {
            case Verdict.Unusable(PhotoProblem problem) -> new PhotoOutcome.Refused(problem);
            case Verdict.Usable(Photo facts) ->
                    new PhotoOutcome.Ready(
                            facts, () -> facts.hash().equals(hash) ? raw : cleanedAgain(raw, hash));
        };
    }

    private byte[] cleanedAgain(byte[] raw, ContentHash hash) {
        try {
            return cleaner.clean(raw, hash).bytes();
        } catch (UnusablePhoto e) {
            throw new IllegalStateException("a photo that was usable is not any more", e);
        }
    }
}
