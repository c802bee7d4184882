package dev.vignette.generation;

import dev.vignette.id.AttemptId;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that was seen of an attempt.
 *
 * @param attempt which
 * @param at when
 * @param kind what
 * @param task the job's id at the provider; {@code null} when none was seen
 * @param detail one safe sentence for an operator
 */
public record Evidence(
        AttemptId attempt, Instant at, Kind kind, @Nullable String task, String detail) {

    /** What can be seen of an attempt. */
    public enum Kind {
        /** The provider fetched the photo by the attempt's own link: it has the order, probably. */
        PHOTO_FETCHED,
        /** The provider called the attempt's own address. */
        WEBHOOK,
        /** A job in the provider's list carries the attempt's mark. */
        LISTED,
        /** A job in the provider's list looks like it, and no other order fits. */
        ALIKE,
        /** Several jobs or orders look like each other: nobody can tell which is which. */
        AMBIGUOUS,
        /** The provider's list was read to its end and has no such job. */
        ABSENT,
        /** The database was restored from a backup. */
        RESTORED,
        /** Nothing more can be found out by now. */
        HORIZON;

        /** The name on the wire, for example {@code photo_fetched}. */
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
