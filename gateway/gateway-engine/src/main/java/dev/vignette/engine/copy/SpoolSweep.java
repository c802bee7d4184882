package dev.vignette.engine.copy;

import dev.vignette.objects.ObjectKey;
import dev.vignette.store.RetentionStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Clears the spool of what nobody waits for any more. */
final class SpoolSweep {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSweep.class);
    private static final int AT_ONCE = 500;

    /** A picture that came inside an answer lies here before its row is written. */
    private static final Duration UNTIL_WRITTEN = Duration.ofDays(1);

    private final Spool spool;
    private final RetentionStore rows;

    SpoolSweep(Spool spool, RetentionStore rows) {
        this.spool = spool;
        this.rows = rows;
    }

    /**
     * Deletes the pictures that are settled, and those no row has known of for a day.
     *
     * @return the pictures that are still awaited
     */
    List<ObjectKey> sweep(Instant now) throws IOException {
        List<ObjectKey> keys = spool.keys();
        List<ObjectKey> awaited = new ArrayList<>();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            List<ObjectKey> some = keys.subList(from, Math.min(from + AT_ONCE, keys.size()));
            awaited.addAll(sweep(some, now));
        }
        return awaited;
    }

    /** What is awaited is asked last: a row written in between is seen, and its picture kept. */
    private Set<ObjectKey> sweep(List<ObjectKey> keys, Instant now) throws IOException {
        Set<ObjectKey> known = rows.known(keys);
        Set<ObjectKey> awaited = rows.awaited(keys);
        for (ObjectKey key : keys) {
            if (!awaited.contains(key) && (known.contains(key) || isOld(key, now))) {
                spool.forget(key);
                LOG.info("{} was deleted from the spool: nobody waits for it", key);
            }
        }
        return awaited;
    }

    private boolean isOld(ObjectKey key, Instant now) throws IOException {
        Optional<Instant> since = spool.since(key);
        return since.isPresent() && since.get().isBefore(now.minus(UNTIL_WRITTEN));
    }
}
