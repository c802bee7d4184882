package dev.vignette.store;

import java.time.Instant;

/**
 * What an operator did.
 *
 * @param at when
 * @param client who
 * @param action what, for example {@code settle_write_off}
 * @param subject the id of what it was done to
 * @param reason why, in his words
 */
public record AuditEntry(Instant at, String client, String action, String subject, String reason) {}
