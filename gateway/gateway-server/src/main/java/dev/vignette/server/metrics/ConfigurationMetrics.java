package dev.vignette.server.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what came into force and what was refused. */
@Singleton
public final class ConfigurationMetrics {
    private final AtomicLong version = new AtomicLong();
    private final Counter applied;
    private final Counter refused;

    /** Counts into that registry. */
    public ConfigurationMetrics(MeterRegistry registry) {
        Gauge.builder("vignette.config.version", version, AtomicLong::doubleValue)
                .description("The version of the configuration that is in force here")
                .register(registry);
        applied =
                Counter.builder("vignette.config.applied")
                        .description("Versions of the configuration that came into force here")
                        .register(registry);
        refused =
                Counter.builder("vignette.config.refused")
                        .description("Contents of the operator's file that were refused")
                        .register(registry);
    }

    /** That version is in force from now on. */
    public void applied(long number) {
        version.set(number);
        applied.increment();
    }

    /** A content of the file was refused. */
    public void refused() {
        refused.increment();
    }
}
