package dev.vignette.server.http.attempts;

import dev.vignette.server.http.Times;
import dev.vignette.store.AuditEntry;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What an operator did, on the wire.
 *
 * @param at when
 * @param client who
 * @param action what
 * @param reason why, in his words
 */
@Serdeable.Serializable
@Schema(name = "AuditEntry", description = "What an operator did, and why")
record AuditView(
        @Schema(format = "date-time") String at,
        String client,
        @Schema(example = "settle_write_off") String action,
        String reason) {

    static AuditView of(AuditEntry entry) {
        return new AuditView(
                Times.text(entry.at()), entry.client(), entry.action(), entry.reason());
    }
}
