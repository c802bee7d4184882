package dev.vignette.server.http.reconciliations;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * Comparisons on the wire.
 *
 * @param data the latest first, without their lines
 */
@Serdeable.Serializable
@Schema(name = "ReconciliationPage")
record ReconciliationPage(List<ReconciliationView> data) {}
