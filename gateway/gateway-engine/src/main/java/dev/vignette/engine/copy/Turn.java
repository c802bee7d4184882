package dev.vignette.engine.copy;

import java.time.Instant;
import java.util.Comparator;

/**
 * Whose turn it is to get a lane.
 *
 * @param expiry those with the earliest go first
 * @param urgentFrom from then on the lanes that are kept free may be used as well
 * @param crawling whether it was too slow the last time: such go after all others
 */
record Turn(Instant expiry, Instant urgentFrom, boolean crawling) {
    static final Comparator<Turn> ORDER =
            Comparator.comparing(Turn::crawling).thenComparing(Turn::expiry);

    /** The turn of a picture whose link lives that long. */
    static Turn of(Life life, boolean crawling) {
        return new Turn(life.expiresAt(), life.softDeadline(), crawling);
    }

    /** The turn of something that is never urgent. */
    static Turn by(Instant expiry) {
        return new Turn(expiry, Instant.MAX, false);
    }

    boolean urgentAt(Instant now) {
        return !now.isBefore(urgentFrom);
    }
}
