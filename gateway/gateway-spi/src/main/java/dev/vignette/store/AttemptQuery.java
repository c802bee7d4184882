package dev.vignette.store;

import dev.vignette.id.AttemptId;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which attempts to list, whoever's they are, the ones sent last first.
 *
 * @param states their states on the wire, at least one, those never sent come last
 * @param provider the configured provider; {@code null} for all
 * @param sentSince sent at or after that moment; {@code null} for ever
 * @param after the last attempt of the page before; {@code null} for the first page
 * @param limit the most rows, at least 1
 */
public record AttemptQuery(
        Set<String> states,
        @Nullable String provider,
        @Nullable Instant sentSince,
        @Nullable AttemptId after,
        int limit) {

    public AttemptQuery {
        states = Set.copyOf(states);
    }

    /** The same query with one row more, to see whether another page follows. */
    public AttemptQuery andOneMore() {
        return new AttemptQuery(states, provider, sentSince, after, limit + 1);
    }
}
