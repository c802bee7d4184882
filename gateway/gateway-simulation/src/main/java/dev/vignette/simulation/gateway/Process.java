package dev.vignette.simulation.gateway;

import dev.vignette.engine.Engine;
import dev.vignette.engine.copy.Copier;
import dev.vignette.engine.copy.CopyListener;
import dev.vignette.engine.copy.Spool;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.PhotoLinks;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.SimulatedWaits;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.LinkFetch;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One life of a gateway: the shipped engine, put together as the server puts it together. */
final class Process {
    private static final long SPOOL_BYTES = 4_000_000_000L;
    private static final long CACHE_BYTES = 1_000_000;

    private final Machine machine;
    private final Connection connection;
    private final Engine engine;

    Process(
            Machine machine,
            WallClock clock,
            Premises premises,
            Path spool,
            Runnable kill,
            Runnable written) {
        this.machine = machine;
        this.connection = new Connection(machine, premises.scene(), kill, written);
        this.engine = engine(machine, clock, premises, spool, kill);
        machine.start("begin", engine::begin);
    }

    Machine machine() {
        return machine;
    }

    Connection connection() {
        return connection;
    }

    Engine engine() {
        return engine;
    }

    private Engine engine(
            Machine machine, WallClock clock, Premises premises, Path spool, Runnable kill) {
        Policy policy = premises.policy().apply(machine, clock);
        Surroundings around =
                new Surroundings(
                        () -> policy,
                        Observations.NONE,
                        clock,
                        new SimulatedWaits(machine),
                        point -> pass(premises.scene(), kill, point.name()));
        return new Engine(
                rows(premises),
                files(premises, clock, spool, around),
                premises.intake(),
                new Ids(clock, premises.chance().source()),
                CACHE_BYTES,
                around);
    }

    private static void pass(Scene scene, Runnable kill, String point) {
        if (scene.faults().strikes(Fault.CRASH_AT_FAILPOINT)) {
            scene.story().tell("failpoint", () -> point);
            kill.run();
            Thread.yield();
        }
    }

    private Engine.Rows rows(Premises premises) {
        SimulatedAgenda agenda =
                new SimulatedAgenda(
                        premises.agenda(),
                        machine,
                        connection::connected,
                        premises.rows()::leave);
        return new Engine.Rows(
                connection.to(GenerationStore.class, premises.rows().generations()),
                connection.to(ProductionStore.class, premises.rows().productions()),
                connection.to(ErasureStore.class, premises.rows().erasures()),
                connection.to(RetentionStore.class, premises.rows().retention()),
                agenda);
    }

    private Engine.Files files(
            Premises premises, WallClock clock, Path directory, Surroundings around) {
        FaultyStore store =
                new FaultyStore(
                        premises.objects(), premises.objectsDown(), premises.scene().faults());
        Copier copier =
                new Copier(
                        new LinkFetch(premises.links(), machine, premises.scene().faults()),
                        store,
                        open(directory),
                        clock,
                        around.waits(),
                        CopyListener.none());
        return new Engine.Files(store, store, new Links(premises.reachable()), copier, copier);
    }

    private static Spool open(Path directory) {
        try {
            return Spool.open(directory, SPOOL_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own links to photos, where providers can reach us. */
    private record Links(boolean reachable) implements PhotoLinks {
        @Override
        public Optional<URI> linkFor(AttemptId attempt, Production production) {
            return reachable
                    ? Optional.of(URI.create("https://gateway.example/in/" + attempt + ".png"))
                    : Optional.empty();
        }
    }
}
