package dev.vignette.server.wiring;

import dev.vignette.server.http.HttpSettings;
import dev.vignette.server.http.reconciliations.InvoiceLayouts;
import dev.vignette.server.invoice.InvoiceColumns;
import dev.vignette.server.live.InForce;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.InvoiceKeys;
import dev.vignette.server.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    @Singleton
    InvoiceLayouts layouts(InForce inForce) {
        return provider ->
                inForce.current().settings().providers().stream()
                        .filter(configured -> configured.name().equals(provider))
                        .map(configured -> columns(configured.common().invoice()))
                        .findFirst();
    }

    private static InvoiceColumns columns(@Nullable InvoiceKeys keys) {
        return keys == null ? InvoiceColumns.USUAL : keys.columns();
    }
}
