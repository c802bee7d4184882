package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import dev.vignette.provider.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The way of one awaited picture, from wherever it is into the store. */
final class PictureWay {
    private static final Logger LOG = LoggerFactory.getLogger(PictureWay.class);

    private final Downloads downloads;
    private final PictureUpload upload;
    private final Elsewhere elsewhere;
    private final Spool spool;
    private final Surroundings around;

    PictureWay(
            Downloads downloads,
            PictureUpload upload,
            Elsewhere elsewhere,
            Spool spool,
            Surroundings around) {
        this.downloads = downloads;
        this.upload = upload;
        this.elsewhere = elsewhere;
        this.spool = spool;
        this.around = around;
    }

    /**
     * Stored or lost.
     *
     * @param source where it can be fetched; {@code null} when it came inside the answer
     */
    PictureState through(
            Picture picture, Asset.@Nullable Linked source, FetchRules rules, FreshLinks fresh)
            throws InterruptedException {
        Optional<SpooledPicture> spooled = spooled(picture.key());
        if (spooled.isPresent()) {
            return stored(picture, spooled.get(), Instant.MAX);
        }
        return source == null ? inline(picture) : linked(picture, source, rules, fresh);
    }

    private PictureState inline(Picture picture) throws InterruptedException {
        Optional<PictureState.Stored> found = elsewhere.await(picture);
        if (found.isPresent()) {
            return found.get();
        }
        return lost(
                picture,
                "what came inside the provider's answer is no picture, or gone from the spool");
    }

    private PictureState linked(
            Picture picture, Asset.Linked source, FetchRules rules, FreshLinks fresh)
            throws InterruptedException {
        return switch (downloads.persist(picture, source, rules, fresh)) {
            case Outcome.Arrived(SpooledPicture arrived) -> {
                around.pass(Failpoint.C12);
                yield stored(picture, arrived, source.expiresAt());
            }
            case Outcome.Useless(String gave, _) -> given(picture, gave);
            case Outcome.Denied(String gave) -> given(picture, gave);
            case Outcome.Passing(String reason, _) -> died(picture, reason);
            case Outcome.Crawling _ -> died(picture, "it came too slowly");
        };
    }

    private PictureState given(Picture picture, String gave) throws InterruptedException {
        return unlessStored(picture, "the provider's link gave " + gave);
    }

    private PictureState died(Picture picture, String reason) throws InterruptedException {
        return unlessStored(picture, "the provider's link died before the picture came: " + reason);
    }

    private PictureState unlessStored(Picture picture, String reason) throws InterruptedException {
        Optional<PictureState.Stored> found = elsewhere.look(picture.key());
        return found.isPresent() ? found.get() : lost(picture, reason);
    }

    private Optional<SpooledPicture> spooled(ObjectKey key) {
        try {
            return spool.find(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PictureState stored(Picture picture, SpooledPicture spooled, Instant expiry)
            throws InterruptedException {
        try {
            upload.put(picture.key(), spooled, expiry);
            around.pass(Failpoint.C13);
            return spooled.stored(around.now());
        } catch (ObjectConflict e) {
            LOG.error("The store holds something else under {}", picture.key(), e);
            return lost(picture, "the store holds something else in the picture's place");
        }
    }

    private PictureState lost(Picture picture, String reason) {
        LOG.error(
                "Picture {} of {} is lost, though it may have been paid: {}",
                picture.index(),
                picture.production(),
                reason);
        return new PictureState.Lost(around.now(), reason);
    }
}
