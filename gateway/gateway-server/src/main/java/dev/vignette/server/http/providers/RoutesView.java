package dev.vignette.server.http.providers;

import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * All routes on the wire.
 *
 * @param configVersion the version of the configuration they are of
 * @param data one for each kind
 */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@Schema(name = "Routes", description = "Who serves what")
record RoutesView(long configVersion, List<RouteView> data) {}
