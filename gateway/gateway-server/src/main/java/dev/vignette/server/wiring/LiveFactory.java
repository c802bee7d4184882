package dev.vignette.server.wiring;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.server.http.auth.ClientSource;
import dev.vignette.server.live.Candidates;
import dev.vignette.server.live.Configuration;
import dev.vignette.server.live.FileWatch;
import dev.vignette.server.live.InForce;
import dev.vignette.server.live.Probing;
import dev.vignette.server.live.Refusals;
import dev.vignette.server.live.Sight;
import dev.vignette.server.live.Standing;
import dev.vignette.server.metrics.ConfigurationMetrics;
import dev.vignette.server.settings.Settings;
import dev.vignette.storage.rows.Rows;
import dev.vignette.store.ConfigurationStore;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts the operator's file into force, at start and whenever it changes. */
@Factory
final class LiveFactory {

    @Singleton
    ConfigurationStore configurations(Rows rows) {
        return rows.configurations();
    }

    /** In force from the start: whoever asks for it may ask it anything. */
    @Singleton
    @Bean(preDestroy = "close")
    InForce inForce(
            ConfigurationStore store,
            Candidates candidates,
            Clock clock,
            ConfigurationMetrics metrics) {
        return new InForce(store, candidates, clock, metrics::applied);
    }

    @Singleton
    Refusals refusals(Clock clock, ConfigurationMetrics metrics) {
        return new Refusals(clock, metrics::refused);
    }

    @Singleton
    Configuration configuration(
            InForce inForce,
            Candidates candidates,
            ConfigurationStore store,
            Rows rows,
            Refusals refusals,
            Clock clock) {
        return new Configuration(inForce, candidates, store, rows.audit(), refusals, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    FileWatch watch(Settings settings, Sight first, Configuration configuration, InForce inForce) {
        return new FileWatch(settings.file(), first, configuration, inForce);
    }

    @Singleton
    Standing standing(
            Configuration configuration,
            InForce inForce,
            Refusals refusals,
            ConfigurationStore store,
            Settings settings) {
        return new Standing(configuration, inForce, refusals, store, settings.file());
    }

    @Singleton
    ClientSource clients(InForce inForce) {
        return () -> inForce.current().clients();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Probing probing(Policies policies, Clock clock) {
        return new Probing(policies, clock);
    }
}
