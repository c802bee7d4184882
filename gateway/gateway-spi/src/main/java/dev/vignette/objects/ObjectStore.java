package dev.vignette.objects;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps files. A half-written file is never visible, also after a crash; methods block and may be
 * called from many threads at once. Whatever cannot be reached throws {@link StoreUnavailable}.
 */
public interface ObjectStore {

    /**
     * Stores a file under a new key, durably, and checks that the store holds these very bytes. The
     * same content under the same key again is fine and changes nothing.
     *
     * @throws ObjectConflict when the key holds other content, or the bytes do not have the
     *     promised hash
     * @throws StoreUnavailable when it could not be stored now; trying again is safe
     */
    void put(ObjectKey key, Content content);

    /** What is stored there, or empty when nothing is. */
    Optional<ObjectFacts> find(ObjectKey key);

    /** The file's bytes, to be closed by the caller, or empty when there is none. */
    Optional<InputStream> open(ObjectKey key);

    /** Deletes the file. Deleting what is not there is fine. */
    void delete(ObjectKey key);

    /**
     * The files whose keys begin with that text, by their keys in the order of ASCII. Files of
     * others that lie there under names that are no keys of ours are left out. What is stored or
     * deleted meanwhile may be there or not.
     *
     * @param prefix for example {@code pictures/}
     * @param after only keys after this one, the last of the page before; {@code null} for the
     *     first page
     * @param limit the most files listed, 1 or more; fewer come only when no more are there
     */
    List<ListedObject> list(String prefix, @Nullable ObjectKey after, int limit);

    /**
     * A link that anybody can read the file with for that long, or empty when this store has no
     * address of its own. Does not check that the file is there.
     */
    Optional<URI> link(ObjectKey key, Duration life);
}
