package dev.vignette.server.http.providers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/**
 * All providers on the wire.
 *
 * @param data the providers, by name
 */
@Serdeable.Serializable
@Schema(name = "Providers", description = "The configured providers")
record ProvidersView(List<ProviderView> data) {}
