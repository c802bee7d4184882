package dev.vignette.engine.copy;

import dev.vignette.engine.intake.PictureHeader;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds pictures that are in the store without its being written down: another gateway put them
 * there, or a process that died before it could write.
 */
final class StoreLookup {
    /** The header of a picture is in its first bytes; profiles may come before it. */
    private static final int FIRST_BYTES = 1_000_000;

    private final ObjectStore store;
    private final Spool spool;

    StoreLookup(ObjectStore store, Spool spool) {
        this.store = store;
        this.spool = spool;
    }

    /**
     * The picture as it is stored, or empty when it is not there or is none.
     *
     * @throws StoreUnavailable when the store could not be asked
     */
    Optional<PictureState.Stored> find(ObjectKey key, Instant now) {
        return store.find(key)
                .flatMap(facts -> header(key).map(header -> stored(facts, header, now)));
    }

    private Optional<PictureHeader.Known> header(ObjectKey key) {
        Optional<InputStream> bytes = store.open(key);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = bytes.get();
                SpoolPart part = spool.beginUrgent(key)) {
            part.write(in.readNBytes(FIRST_BYTES));
            return part.header() instanceof PictureHeader.Known header
                    ? Optional.of(header)
                    : Optional.empty();
        } catch (IOException e) {
            throw new StoreUnavailable("a stored picture could not be read", e);
        }
    }

    private static PictureState.Stored stored(
            ObjectFacts facts, PictureHeader.Known header, Instant now) {
        return new PictureState.Stored(
                now, header.type(), header.width(), header.height(), facts.bytes(), facts.hash());
    }
}
