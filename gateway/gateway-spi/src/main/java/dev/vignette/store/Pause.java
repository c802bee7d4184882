package dev.vignette.store;

import java.time.Instant;

/**
 * A provider that operators let rest: it gets no orders, and what it has is seen to its end.
 *
 * @param provider its configured name
 * @param since since when
 * @param client who said so
 * @param reason why, in his words
 */
public record Pause(String provider, Instant since, String client, String reason) {}
