package dev.vignette.server.http.providers;

import dev.vignette.server.http.Times;
import dev.vignette.store.Pause;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Why a provider rests, on the wire.
 *
 * @param since since when
 * @param by who said so
 * @param reason why, in his words
 */
@Serdeable.Serializable
@Schema(name = "Pause", description = "Why operators let a provider rest")
record PauseView(@Schema(format = "date-time") String since, String by, String reason) {

    static PauseView of(Pause pause) {
        return new PauseView(Times.text(pause.since()), pause.client(), pause.reason());
    }
}
