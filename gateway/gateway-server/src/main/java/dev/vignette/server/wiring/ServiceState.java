package dev.vignette.server.wiring;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Whether the gateway takes requests: from the end of its start to the beginning of its end. */
@Singleton
@Readiness
public final class ServiceState implements HealthIndicator {
    private volatile HealthStatus status = HealthStatus.DOWN;

    /** From now on requests are welcome. */
    public void ready() {
        status = HealthStatus.UP;
    }

    /** From now on they are not. */
    public void ending() {
        status = HealthStatus.DOWN;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.just(HealthResult.builder("gateway", status).build());
    }
}
