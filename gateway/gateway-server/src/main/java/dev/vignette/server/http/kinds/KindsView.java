package dev.vignette.server.http.kinds;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * All kinds on the wire.
 *
 * @param data the kinds
 */
@Serdeable.Serializable
@Schema(name = "Kinds", description = "All kinds")
record KindsView(List<KindView> data) {}
