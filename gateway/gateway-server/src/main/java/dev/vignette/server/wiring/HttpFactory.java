package dev.vignette.server.wiring;

import dev.vignette.server.http.HttpSettings;
import dev.vignette.server.live.InForce;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Tells the outside what the operator decided about it, as it is in force when it asks. */
@Factory
final class HttpFactory {

    @Singleton
    Supplier<HttpSettings> httpSettings(Settings settings, InForce inForce, LinkKey links) {
        return () -> {
            FileSettings now = inForce.current().settings();
            return new HttpSettings(
                    settings.environment().callbackUrl(),
                    now.links().life(),
                    now.waitCap(),
                    links.secret());
        };
    }
}
