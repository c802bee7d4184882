package dev.vignette.engine.watch;

import java.time.Instant;
import java.util.List;

/**
 * A stretch of a provider's list to read, if all goes well with one call.
 *
 * @param from its beginning, inclusive; a whole second
 * @param to its end, exclusive; a whole second
 * @param subjects whom it is read for; never empty
 */
record Page(Instant from, Instant to, List<Subject> subjects) {
    Page {
        subjects = List.copyOf(subjects);
    }
}
