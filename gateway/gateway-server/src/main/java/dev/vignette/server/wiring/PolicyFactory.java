package dev.vignette.server.wiring;

import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.settings.FileSettings;
import dev.vignette.server.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Puts what the operator decided into the engine's words. */
@Factory
final class PolicyFactory {

    @Singleton
    Supplier<Policy> policy(Settings settings, Accounts.Opened accounts) {
        FileSettings file = settings.file();
        Policy policy =
                new Policy(
                        accounts.usable(),
                        accounts.unusable(),
                        file.routes(),
                        file.prices(),
                        file.cache().ttl(),
                        file.retention().inputs(),
                        file.retention().images().limit(),
                        file.unknownOutcome(),
                        file.duplicateBudget(),
                        file.failover(),
                        settings.environment().sandbox());
        return () -> policy;
    }
}
