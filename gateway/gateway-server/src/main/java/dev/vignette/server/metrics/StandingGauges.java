package dev.vignette.server.metrics;

import dev.vignette.engine.Engine;
import dev.vignette.engine.limit.GateView;
import dev.vignette.engine.surroundings.Policies;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** Shows how each provider stands at this gateway. */
@Singleton
public final class StandingGauges {
    private static final List<String> BREAKER = List.of("closed", "open", "half_open");

    private final Gauges gauges;
    private final Engine engine;
    private final Policies policies;

    StandingGauges(Gauges gauges, Engine engine, Policies policies) {
        this.gauges = gauges;
        this.engine = engine;
        this.policies = policies;
    }

    /** Begins. */
    public void begin() {
        gauges.show(Figure.BREAKER_STATE, () -> providers().flatMap(this::breaker).toList());
        gauges.show(
                Figure.PROVIDER_PAUSED,
                () -> providers().map(name -> Reading.of(isPaused(name) ? 1 : 0, name)).toList());
        gauges.show(Figure.PROVIDER_IN_FLIGHT, () -> gates(GateView::inFlight));
        gauges.show(
                Figure.PROVIDER_WAITING,
                () -> gates(view -> view.waitingLive() + view.waitingBatch()));
        gauges.show(
                Figure.PROVIDER_IN_FLIGHT_LIMIT,
                () ->
                        engine.limits().stream()
                                .filter(view -> view.limit().isPresent())
                                .map(view -> Reading.of(view.limit().getAsInt(), view.provider()))
                                .toList());
    }

    private Stream<String> providers() {
        return new TreeSet<>(policies.inForce().providers().keySet()).stream();
    }

    private Stream<Reading> breaker(String provider) {
        String now = engine.health().of(provider).breaker().wireName();
        return BREAKER.stream()
                .map(state ->
                        new Reading(
                                state.equals(now) ? 1 : 0,
                                Map.of("provider", provider, "state", state)));
    }

    private boolean isPaused(String provider) {
        return engine.health().of(provider).pause().isPresent();
    }

    private List<Reading> gates(ToDoubleFunction<GateView> figure) {
        return engine.limits().stream()
                .map(view -> Reading.of(figure.applyAsDouble(view), view.provider()))
                .toList();
    }
}
