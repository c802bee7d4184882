package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pictures that are in the store or another gateway's spool, where this one has not put them. */
final class Elsewhere {
    private static final Logger LOG = LoggerFactory.getLogger(Elsewhere.class);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Backoff LOOKS = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5));

    private final StoreLookup lookup;
    private final PictureUpload upload;
    private final boolean alone;
    private final Surroundings around;
    private final Set<ObjectKey> nowhere = ConcurrentHashMap.newKeySet();

    /**
     * @param alone whether there is no other gateway
     */
    Elsewhere(StoreLookup lookup, PictureUpload upload, boolean alone, Surroundings around) {
        this.lookup = lookup;
        this.upload = upload;
        this.alone = alone;
        this.around = around;
    }

    /** Lets other gateways find a picture that came inside an answer, if that can be done now. */
    void show(ObjectKey key, SpooledPicture picture) {
        if (alone) {
            return;
        }
        try {
            upload.putNow(key, picture);
        } catch (ObjectConflict e) {
            tell(key, e);
        }
    }

    /** Lets other gateways find a picture, however long the store is away. */
    void handOver(ObjectKey key, SpooledPicture picture) throws InterruptedException {
        try {
            upload.put(key, picture, Instant.MAX);
        } catch (ObjectConflict e) {
            tell(key, e);
        }
    }

    /** It came to this very gateway and is no picture: nobody else has it. */
    void nowhere(ObjectKey key) {
        nowhere.add(key);
    }

    /** Nobody asks any more. */
    void forget(ObjectKey key) {
        nowhere.remove(key);
    }

    /** The picture if it is in the store; waits until the store can be asked. */
    Optional<PictureState.Stored> look(ObjectKey key) throws InterruptedException {
        return upload.ask(() -> lookup.find(key, around.now()));
    }

    /** The picture if it comes into the store as long as another gateway may bring it there. */
    Optional<PictureState.Stored> await(Picture picture) throws InterruptedException {
        Instant end = around.now().plus(LONGEST);
        for (int looks = 1; ; looks++) {
            Optional<PictureState.Stored> found = look(picture.key());
            boolean hopeless = alone || nowhere.contains(picture.key());
            if (found.isPresent() || hopeless || !around.now().isBefore(end)) {
                return found;
            }
            if (looks == 1) {
                tell(picture, end);
            }
            around.waits().pause(LOOKS.after(looks));
        }
    }

    /** Whoever copies the picture meets the same and says what becomes of it. */
    private static void tell(ObjectKey key, ObjectConflict conflict) {
        LOG.error("The store holds something else under {}", key, conflict);
    }

    private static void tell(Picture picture, Instant end) {
        LOG.warn(
                "Picture {} of {} came to another gateway, which has not stored it yet; it is waited"
                        + " for until {}",
                picture.index(),
                picture.production(),
                end);
    }
}
