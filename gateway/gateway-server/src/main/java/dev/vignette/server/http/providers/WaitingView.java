package dev.vignette.server.http.providers;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Orders that wait for a place, on the wire.
 *
 * @param live those that go first
 * @param batch those that go after
 */
@Serdeable.Serializable
@Schema(name = "Waiting", description = "Orders that wait for a place at a provider")
record WaitingView(int live, int batch) {}
