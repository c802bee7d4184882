package dev.vignette.engine.copy;

import dev.vignette.engine.copy.LinkDownload.Outcome;
import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.engine.work.InlinePictures;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectStore;
import dev.vignette.provider.Asset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings bought pictures into our store, their bytes unchanged. At most eight are downloaded at
 * once, and as many stored; those whose links die first go first. Methods block; callers bring
 * virtual threads. Whatever is interrupted or crashes is taken up again by another {@link #copy} of
 * the same picture.
 */
public final class Copier implements PictureCopies, InlinePictures {
    private static final Logger LOG = LoggerFactory.getLogger(Copier.class);
    private static final int LANES = 8;
    private static final long MAX_BYTES = 64_000_000;

    private final Lanes lanes = new Lanes(LANES);
    private final PersistentDownload download;
    private final PictureUpload upload;
    private final Spool spool;
    private final Clock clock;
    private final CopyListener listener;

    /** Copies through that spool into that store. */
    public Copier(
            GuardedFetch fetch,
            ObjectStore store,
            Spool spool,
            Clock clock,
            Pauses pauses,
            CopyListener listener) {
        this.download =
                new PersistentDownload(new LinkDownload(fetch, spool), lanes, clock, pauses);
        this.upload = new PictureUpload(store, new Lanes(LANES), pauses);
        this.spool = spool;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Copies an awaited picture and returns it stored or lost; any other picture is returned as it
     * is. Its spool file stays until {@link #forget}.
     *
     * <p>A link that gives no picture is tried for 75 seconds, a broken line until the link dies.
     * Once the picture is in the spool it is not lost any more: an unavailable store is tried
     * without end.
     *
     * @param rules where this provider's pictures may be fetched from; never more than 64,000,000
     *     bytes are taken
     * @throws InterruptedException when the gateway shuts down; the picture is still awaited then
     * @throws UncheckedIOException when the spool cannot be read
     */
    @Override
    public Picture copy(Picture picture, FetchRules rules) throws InterruptedException {
        if (!(picture.state() instanceof PictureState.Awaited(Asset.Linked source))) {
            return picture;
        }
        Instant begun = clock.instant();
        Picture settled = picture.in(settle(picture, source, rules.atMost(MAX_BYTES)));
        listener.settled(settled, Duration.between(begun, clock.instant()));
        return settled;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The file goes into the spool, however full that is. Text that holds no picture is not
     * kept; the picture is then lost when it is copied.
     *
     * @param base64 the file in standard Base64
     * @throws UncheckedIOException when the spool cannot be written to
     */
    @Override
    public void keep(Picture picture, String base64) {
        byte[] text = base64.getBytes(StandardCharsets.ISO_8859_1);
        try (SpoolPart part = spool.beginUrgent(picture.key())) {
            boolean valid = Base64Text.decode(new ByteArrayInputStream(text), text.length, part);
            if (valid && part.header() instanceof PictureHeader.Known header) {
                part.finish(header);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the spool file cannot be deleted
     */
    @Override
    public void forget(Picture picture) {
        try {
            spool.forget(picture.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many pictures wait for their turn to be downloaded. */
    public int waiting() {
        return lanes.waiting();
    }

    private PictureState settle(Picture picture, Asset.@Nullable Linked source, FetchRules rules)
            throws InterruptedException {
        Optional<SpooledPicture> spooled = spooled(picture);
        if (spooled.isPresent()) {
            return stored(picture, spooled.get(), Instant.MAX);
        }
        if (source == null) {
            return lost(
                    picture,
                    "what came inside the provider's answer is no picture, or gone from the spool");
        }
        return switch (download.persist(picture, source, rules)) {
            case Outcome.Arrived(SpooledPicture arrived) ->
                    stored(picture, arrived, source.expiresAt());
            case Outcome.Useless(String gave, _) ->
                    lost(picture, "the provider's link gave " + gave);
            case Outcome.Passing(String reason, _) ->
                    lost(picture, "the provider's link died before the picture came: " + reason);
        };
    }

    private Optional<SpooledPicture> spooled(Picture picture) {
        try {
            return spool.find(picture.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PictureState stored(Picture picture, SpooledPicture spooled, Instant expiry)
            throws InterruptedException {
        try {
            upload.put(picture.key(), spooled, expiry);
            return spooled.stored(clock.instant());
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
        return new PictureState.Lost(clock.instant(), reason);
    }
}
