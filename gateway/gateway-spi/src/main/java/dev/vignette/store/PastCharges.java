package dev.vignette.store;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The charges of the past with what was corrected of them, page by page. */
public interface PastCharges {

    /**
     * The next charges of a provider in the order they were written in by their own time, each with
     * all its corrections, whenever those were made.
     *
     * @param from the first moment, inclusive
     * @param to the last moment, exclusive
     * @param after the last one of the page before; {@code null} for the first page
     * @param limit how many at most; fewer are the last page
     */
    List<CorrectedCharge> page(
            String provider, Instant from, Instant to, @Nullable CorrectedCharge after, int limit);
}
