package dev.vignette.engine.copy;

import java.time.Duration;
import java.time.Instant;

/**
 * The life of a link.
 *
 * @param firstKnown when this process first heard of it
 * @param expiresAt when it dies
 */
record Life(Instant firstKnown, Instant expiresAt) {
    /** The shortest life that links of any provider have: Replicate's ("Data retention"). */
    static final Duration SHORTEST = Duration.ofHours(1);

    /** Of how many parts of its life the last one is for emergencies only. */
    private static final int PARTS = 5;

    /**
     * When four fifths of it are over: from then on the picture is urgent. A process that took the
     * link over from another one does not know how old it is, so that the last fifth is never
     * shorter than that of the shortest life.
     */
    Instant softDeadline() {
        Duration last = Duration.between(firstKnown, expiresAt).dividedBy(PARTS);
        Duration least = SHORTEST.dividedBy(PARTS);
        return expiresAt.minus(last.compareTo(least) > 0 ? last : least);
    }
}
