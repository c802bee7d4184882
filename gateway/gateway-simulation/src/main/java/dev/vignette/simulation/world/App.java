package dev.vignette.simulation.world;

import dev.vignette.engine.Generations;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.id.GenerationId;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.gateway.Gateway;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.SimulatedWaits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An app that asks for pictures once, through any gateway that answers, and asks again with the
 * same key when the line breaks. Later it may call its generation off, erase it or wait for it.
 */
final class App {
    private static final double CALLS_OFF = 0.2;
    private static final double WAITS = 0.3;
    private static final double ERASES = 0.1;

    /** Without a key it is not known whether asking again buys again. */
    private static final double GIVES_UP = 0.5;

    private static final int MOST_TRIES = 12;
    private static final Duration QUICK = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofSeconds(40);
    private static final Duration LATEST = Duration.ofMinutes(6);

    private final String name;
    private final Client client;
    private final GenerationAsk ask;
    private final List<Gateway> gateways;
    private final Scene scene;
    private final Chance chance;
    private final Told told;
    private boolean done;

    App(
            String name,
            Client client,
            GenerationAsk ask,
            List<Gateway> gateways,
            Scene scene,
            Chance chance,
            Told told) {
        this.name = name;
        this.client = client;
        this.ask = ask;
        this.gateways = gateways;
        this.scene = scene;
        this.chance = chance;
        this.told = told;
    }

    /** Begins after that time, on that machine. */
    void begin(Machine machine, Duration after) {
        machine.start(
                name,
                () -> {
                    try {
                        run(new SimulatedWaits(machine), after);
                    } catch (InterruptedException _) {
                        Thread.currentThread().interrupt();
                    } finally {
                        done = true;
                    }
                });
    }

    /** Whether it wants nothing more. */
    boolean done() {
        return done;
    }

    private void run(SimulatedWaits waits, Duration after) throws InterruptedException {
        waits.pause(after);
        GenerationId id = create(waits);
        if (id == null) {
            return;
        }
        if (chance.of(CALLS_OFF)) {
            waits.pause(chance.between(QUICK, LATEST));
            insist(waits, front -> front.cancel(client, id));
        }
        if (chance.of(WAITS)) {
            insist(waits, front -> front.await(client, id, SLOW));
        }
        if (chance.of(ERASES)) {
            waits.pause(chance.between(QUICK, LATEST));
            insist(waits, front -> front.erase(client, id));
        }
    }

    private @Nullable GenerationId create(SimulatedWaits waits) throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Creation> creation = anyone().call(front -> front.create(client, ask));
            Optional<Snapshot> accepted = creation.flatMap(App::accepted);
            if (accepted.isPresent()) {
                GenerationId id = accepted.get().generation().id();
                tell("has " + id);
                told.accepted(client, ask.idempotencyKey(), id);
                return id;
            }
            boolean refused =
                    creation.isPresent() && !(creation.get() instanceof Creation.Unavailable);
            if (refused || (ask.idempotencyKey() == null && chance.of(GIVES_UP))) {
                return null;
            }
            waits.pause(chance.between(QUICK, SLOW));
        }
        return null;
    }

    private static Optional<Snapshot> accepted(Creation creation) {
        return switch (creation) {
            case Creation.Created(Snapshot snapshot) -> Optional.of(snapshot);
            case Creation.Replayed(Snapshot snapshot) -> Optional.of(snapshot);
            case Creation.KeyReused _,
                    Creation.PhotoRefused _,
                    Creation.NoRoute _,
                    Creation.TooDear _,
                    Creation.OverBudget _,
                    Creation.Unavailable _ ->
                    Optional.empty();
        };
    }

    private void insist(SimulatedWaits waits, Function<Generations, Object> request)
            throws InterruptedException {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (anyone().call(request).isPresent()) {
                return;
            }
            waits.pause(chance.between(QUICK, SLOW));
        }
    }

    private Gateway anyone() {
        return chance.oneOf(gateways);
    }

    private void tell(String what) {
        scene.story().tell(name, () -> what);
    }

    /** Hears what apps were told. */
    @FunctionalInterface
    interface Told {
        /** This generation was acknowledged for that key. */
        void accepted(Client client, @Nullable String key, GenerationId id);
    }
}
