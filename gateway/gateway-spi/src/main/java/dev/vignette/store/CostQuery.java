package dev.vignette.store;

import java.time.Instant;
import java.util.List;

/**
 * Which charges to add up.
 *
 * @param from the first moment, inclusive
 * @param to the last moment, exclusive
 * @param groupBy {@code provider}, {@code model}, {@code kind}, {@code client}, {@code day} (UTC),
 *     {@code outcome} or {@code labels.NAME}, in the order of the answer's columns; never empty
 */
public record CostQuery(Instant from, Instant to, List<String> groupBy) {
    public CostQuery {
        groupBy = List.copyOf(groupBy);
    }
}
