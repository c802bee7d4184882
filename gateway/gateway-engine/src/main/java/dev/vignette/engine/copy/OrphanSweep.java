package dev.vignette.engine.copy;

import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.store.RetentionStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes stored pictures that no row knows of. One is only noted when it is first seen, and
 * deleted when it is seen again a day later by the same process: rows may be missing because a
 * backup was restored, and whoever did that has a day's warnings before anything is gone.
 */
public final class OrphanSweep {
    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);
    private static final String PICTURES = "pictures/";
    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 500;
    private static final int MOST_NOTED = 100_000;

    private final ObjectStore store;
    private final RetentionStore rows;
    private final Clock clock;
    private final Map<ObjectKey, Instant> noted = new HashMap<>();

    /**
     * @param store the store of pictures
     * @param rows knows which pictures have a row
     * @param clock tells the time
     */
    public OrphanSweep(ObjectStore store, RetentionStore rows, Clock clock) {
        this.store = store;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * Looks through the whole store once. Notes pictures without a row that are older than a day,
     * deletes those noted a day ago or earlier. To be called a few times a day, by one thread at a
     * time; what cannot be done now is done the next time.
     */
    public void sweep() {
        Instant now = clock.instant();
        try {
            Set<ObjectKey> orphans = sweepPages(now);
            noted.keySet().retainAll(orphans);
        } catch (StoreUnavailable e) {
            LOG.warn("The object store is unavailable; pictures without a row stay until later", e);
        }
        if (!noted.isEmpty()) {
            LOG.warn(
                    "{} stored pictures belong to no generation; they are deleted a day after they"
                            + " were first seen. Was a backup restored?",
                    noted.size());
        }
    }

    private Set<ObjectKey> sweepPages(Instant now) {
        Set<ObjectKey> orphans = new HashSet<>();
        List<ListedObject> page = store.list(PICTURES, null, PAGE);
        while (!page.isEmpty()) {
            Set<ObjectKey> found = orphans(page, now);
            found.forEach(key -> meet(key, now));
            orphans.addAll(found);
            page = store.list(PICTURES, page.getLast().key(), PAGE);
        }
        return orphans;
    }

    private Set<ObjectKey> orphans(List<ListedObject> page, Instant now) {
        Set<ObjectKey> old =
                page.stream()
                        .filter(file -> file.storedAt().isBefore(now.minus(DAY)))
                        .map(ListedObject::key)
                        .collect(Collectors.toSet());
        old.removeAll(rows.known(old));
        return old;
    }

    private void meet(ObjectKey key, Instant now) {
        Instant first = noted.get(key);
        if (first == null && noted.size() < MOST_NOTED) {
            noted.put(key, now);
        }
        if (first != null && !first.isAfter(now.minus(DAY))) {
            store.delete(key);
            noted.remove(key);
            LOG.info("{} was deleted: no generation has known of it for a day", key);
        }
    }
}
