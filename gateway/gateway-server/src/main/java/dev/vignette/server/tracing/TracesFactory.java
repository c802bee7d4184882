package dev.vignette.server.tracing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Opens what the process's environment asks for, which the SDK reads for itself as well. */
@Factory
final class TracesFactory {

    @Singleton
    @Bean(preDestroy = "close")
    Traces traces() {
        return Traces.of(System.getenv());
    }
}
