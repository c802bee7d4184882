package dev.vignette.store;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers, outside the database, when this gateway last used a permit to send: a database that
 * knows of no permit as late as that is an old copy.
 */
public interface SendMark {

    /** A permit was used. Survives the death of the process. An earlier moment changes nothing. */
    void departed(Instant at);

    /** The last moment told, or empty when there was none. */
    Optional<Instant> last();

    /** The database is trusted as it is: what was told before does not count any more. */
    void forget();
}
