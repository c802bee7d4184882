package dev.vignette.simulation.world;

import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.gateway.Gateway;
import java.time.Duration;
import java.util.List;

/** Starts gateways again some time after they died, as a supervisor does. */
final class Revival {
    private static final Duration GLANCE = Duration.ofSeconds(10);
    private static final Duration SOONEST = Duration.ofMillis(500);
    private static final Duration LATEST = Duration.ofMinutes(10);

    private final Scene scene;
    private final Chance chance;
    private final List<Gateway> gateways;

    Revival(Scene scene, Chance chance, List<Gateway> gateways) {
        this.scene = scene;
        this.chance = chance;
        this.gateways = gateways;
    }

    /** Looks after them from now on. */
    void watch() {
        scene.scheduler().after(GLANCE, this::watch);
        gateways.stream().filter(gateway -> !gateway.alive()).forEach(this::later);
    }

    /** Starts all that are dead. */
    void all() {
        gateways.forEach(Gateway::start);
    }

    private void later(Gateway dead) {
        scene.scheduler().after(chance.between(SOONEST, LATEST), dead::start);
    }
}
