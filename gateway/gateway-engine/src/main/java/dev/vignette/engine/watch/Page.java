package dev.vignette.engine.watch;

import java.util.List;

/**
 * A stretch of a provider's list to read, if all goes well with one call.
 *
 * @param from its beginning, inclusive; seconds of the provider's clock since 1970
 * @param to its end, exclusive, likewise
 * @param due when it is to be read, by the steady clock
 * @param subjects whom it is read for; never empty
 */
record Page(long from, long to, long due, List<Subject> subjects) {
    Page {
        subjects = List.copyOf(subjects);
    }
}
