package dev.vignette.engine;

import dev.vignette.engine.accept.MadeBefore;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Generation;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.store.Erasure;
import dev.vignette.store.ErasureStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes contents. The rows lose theirs at once; files follow, and while a store cannot be reached
 * or something paid is still under way the erasure is pending and tried again.
 */
public final class Erasures {
    /** The request's text, subject and metadata. */
    static final String ROWS = "rows";

    /** The reference photo. */
    static final String PHOTO = "photo";

    /** The pictures. */
    static final String STORE = "store";

    private static final Logger LOG = LoggerFactory.getLogger(Erasures.class);
    private static final int AT_ONCE = 100;

    private final ErasureStore erasures;
    private final ObjectStore photos;
    private final ObjectStore pictures;
    private final MadeBefore made;
    private final Ids ids;
    private final Surroundings around;

    /**
     * @param erasures keeps what is to be deleted
     * @param photos the store of reference photos
     * @param pictures the store of pictures, where a photo may have been lent a link
     * @param made what serves later requests
     * @param ids makes ids
     * @param around what everything lives in
     */
    public Erasures(
            ErasureStore erasures,
            ObjectStore photos,
            ObjectStore pictures,
            MadeBefore made,
            Ids ids,
            Surroundings around) {
        this.erasures = erasures;
        this.photos = photos;
        this.pictures = pictures;
        this.made = made;
        this.ids = ids;
        this.around = around;
    }

    /** Goes on with everything that is pending. */
    public void goOnWithAll() {
        erasures.pending(AT_ONCE).forEach(this::goOn);
    }

    Erasure begin(Client client, Generation generation) {
        Map<String, Boolean> places = Map.of(ROWS, true, PHOTO, false, STORE, false);
        return erasures.begin(
                new Erasure(
                        ids.erasure(), client.name(), generation.id(), around.now(), places, null));
    }

    Optional<Erasure> find(ErasureId id) {
        return erasures.find(id);
    }

    /** Deletes what can be deleted now and returns how far it is. */
    Erasure goOn(Erasure erasure) {
        if (erasure.doneAt() != null) {
            return erasure;
        }
        Optional<Production> freed = erasures.freed(erasure.id());
        freed.ifPresent(production -> made.forget(production.key()));
        Map<String, Boolean> places = new LinkedHashMap<>(erasure.places());
        if (freed.isEmpty()) {
            places.replaceAll((_, _) -> true);
        } else if (atRest(freed.get())) {
            places.put(PHOTO, gone(erasure, () -> deletePhoto(freed.get())));
            places.put(STORE, gone(erasure, () -> deletePictures(freed.get())));
        }
        boolean done = places.values().stream().allMatch(gone -> gone);
        Erasure next =
                new Erasure(
                        erasure.id(),
                        erasure.client(),
                        erasure.generation(),
                        erasure.requestedAt(),
                        places,
                        done ? around.now() : null);
        erasures.update(next, around.now());
        return next;
    }

    private boolean gone(Erasure erasure, Runnable delete) {
        try {
            delete.run();
            return true;
        } catch (StoreUnavailable e) {
            LOG.warn("{}: a store cannot be reached, it will be tried again", erasure.id(), e);
            return false;
        }
    }

    private void deletePhoto(Production production) {
        photos.delete(production.photo());
        pictures.delete(production.photo());
    }

    private void deletePictures(Production production) {
        production.pictures().stream().map(Picture::key).forEach(pictures::delete);
    }

    private static boolean atRest(Production production) {
        return production.attempts().stream().map(Attempt::state).allMatch(Erasures::atRest)
                && production.pictures().stream()
                        .noneMatch(picture -> picture.state() instanceof PictureState.Awaited);
    }

    private static boolean atRest(AttemptState state) {
        return state instanceof AttemptState.Ended || state instanceof AttemptState.Review;
    }
}
