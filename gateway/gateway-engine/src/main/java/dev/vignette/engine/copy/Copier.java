package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.engine.work.InlinePictures;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.store.RetentionStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Brings bought pictures into our store, their bytes unchanged. At most eight are downloaded at
 * once, and as many stored; those whose links die first go first, and a quarter of the lanes is
 * kept for those whose links have lived four fifths of their life. Methods block; callers bring
 * virtual threads. Whatever is interrupted or crashes is taken up again by another {@link #copy} of
 * the same picture.
 */
public final class Copier implements PictureCopies, InlinePictures {
    private static final int LANES = 8;
    private static final int KEPT_FOR_URGENT = 2;
    private static final long MAX_BYTES = 64_000_000;

    private final Downloads downloads;
    private final PictureWay way;
    private final PictureUpload upload;
    private final Elsewhere elsewhere;
    private final Spool spool;
    private final Surroundings around;
    private final CopyListener listener;

    /**
     * Copies through that spool into that store.
     *
     * @param alone whether no other gateway works on the same rows: what is neither in this spool
     *     nor in the store is nowhere then
     */
    public Copier(
            GuardedFetch fetch,
            ObjectStore store,
            Spool spool,
            Surroundings around,
            CopyListener listener,
            boolean alone) {
        this.upload = new PictureUpload(store, new Lanes(LANES, 0, around), around);
        this.downloads =
                new Downloads(fetch, spool, new Lanes(LANES, KEPT_FOR_URGENT, around), around);
        this.elsewhere = new Elsewhere(new StoreLookup(store, spool), upload, alone, around);
        this.way = new PictureWay(downloads, upload, elsewhere, spool, around);
        this.spool = spool;
        this.around = around;
        this.listener = listener;
    }

    /**
     * Copies an awaited picture and returns it stored or lost; any other picture is returned as it
     * is. Its spool file stays until {@link #forget}.
     *
     * <p>A link that gives no picture is tried for 75 seconds, a broken line until the link dies; a
     * link that is not honoured may be replaced by a fresh one. Once the picture is in the spool it
     * is not lost any more: an unavailable store is tried without end. Nothing is called lost
     * before the store was asked for it; a picture that came inside an answer to another gateway is
     * waited for a day.
     *
     * @param rules where this provider's pictures may be fetched from; never more than 64,000,000
     *     bytes are taken
     * @throws InterruptedException when the gateway shuts down; the picture is still awaited then
     * @throws UncheckedIOException when the spool cannot be read
     */
    @Override
    public Picture copy(Picture picture, FetchRules rules, FreshLinks fresh)
            throws InterruptedException {
        if (!(picture.state() instanceof PictureState.Awaited awaited)) {
            return picture;
        }
        Instant begun = around.now();
        Picture settled =
                picture.in(way.through(picture, awaited.source(), rules.atMost(MAX_BYTES), fresh));
        listener.settled(settled, Duration.between(begun, around.now()));
        return settled;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The file goes into the spool, however full that is, and where there are other gateways
     * into the store as well if that can be reached: this one may not live to do it later. Text
     * that holds no picture is not kept; the picture is then lost when it is copied.
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
                elsewhere.show(picture.key(), part.finish(header));
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        elsewhere.nowhere(picture.key());
    }

    /**
     * {@inheritDoc}
     *
     * @throws UncheckedIOException when the spool file cannot be deleted
     */
    @Override
    public void forget(Picture picture) {
        elsewhere.forget(picture.key());
        try {
            spool.forget(picture.key());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>That is when those that are awaited already would not be here, at the present speed,
     * before four fifths of the shortest link's life are over; when the store is unavailable and
     * four fifths of the spool are used; or when the spool's disk is full.
     */
    @Override
    public Optional<String> blocked() {
        if (!spool.hasDisk()) {
            return Optional.of("the disk for pictures on their way is full");
        }
        if (upload.down() && spool.isCrowded()) {
            return Optional.of("the object store is unavailable and the spool is nearly full");
        }
        return downloads.late();
    }

    /**
     * Deletes from the spool what no picture waits for, and stores what is still awaited: another
     * gateway may have taken the work over and look for it in the store. To be called after every
     * start and every few minutes from then on, by a thread of its own: it blocks as long as the
     * store is unavailable.
     *
     * @param rows knows which pictures are awaited
     * @throws InterruptedException when the gateway shuts down
     * @throws UncheckedIOException when the spool cannot be read
     */
    public void tidy(RetentionStore rows) throws InterruptedException {
        try {
            for (ObjectKey key : new SpoolSweep(spool, rows).sweep(around.now())) {
                Optional<SpooledPicture> spooled = spool.find(key);
                if (spooled.isPresent()) {
                    elsewhere.handOver(key, spooled.get());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many pictures wait for their turn to be downloaded. */
    public int waiting() {
        return downloads.waiting();
    }
}
