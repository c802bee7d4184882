package dev.vignette.simulation.gateway;

import dev.vignette.engine.Engine;
import dev.vignette.engine.copy.Copier;
import dev.vignette.engine.copy.CopyListener;
import dev.vignette.engine.copy.Spool;
import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Saboteur;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.SimulatedWaits;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.LinkFetch;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Experience;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.tck.memory.MemoryRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One life of a gateway: the shipped engine, put together as the server puts it together. */
final class Life {
    private static final long SPOOL_BYTES = 4_000_000_000L;
    private static final long CACHE_BYTES = 1_000_000;

    private final Machine machine;
    private final Saboteur saboteur;
    private final MemoryRows rows;
    private final Connection connection;
    private final Engine engine;
    private boolean begun;

    Life(
            Machine machine,
            WallClock clock,
            Premises premises,
            Path spool,
            Runnable kill,
            Runnable written) {
        this.machine = machine;
        this.saboteur = new Saboteur(premises.sabotage());
        this.rows = premises.rows();
        Runnable kept = premises.alone() ? () -> saboteur.committed(rows) : () -> {};
        this.connection =
                new Connection(
                        machine,
                        premises.scene(),
                        kill,
                        () -> {
                            kept.run();
                            written.run();
                        });
        this.engine = engine(clock, premises, spool, kill);
        machine.start("begin", () -> begin(kill));
    }

    /** A gateway that cannot begin goes down again; who started it tries once more. */
    private void begin(Runnable kill) {
        try {
            engine.begin();
            begun = true;
        } catch (DatabaseGone _) {
            kill.run();
        }
    }

    /** Whether it takes requests already. */
    boolean begun() {
        return begun;
    }

    /** With that bug, what was committed last is gone. */
    void losePower() {
        saboteur.beforeLastCommits().ifPresent(rows::restore);
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

    private Engine engine(WallClock clock, Premises premises, Path spool, Runnable kill) {
        Policy policy = premises.policy().apply(machine, clock);
        Surroundings around =
                new Surroundings(
                        Policies.always(() -> policy),
                        Observations.NONE,
                        clock,
                        saboteur.waits(new SimulatedWaits(machine)),
                        point -> pass(premises.scene(), kill, point.name()));
        return new Engine(
                rows(premises),
                files(premises, spool, around),
                premises.intake(),
                new Ids(clock, premises.chance().source()),
                premises.alone() ? CACHE_BYTES : 0,
                around);
    }

    private static void pass(Scene scene, Runnable kill, String point) {
        if (scene.faults().strikes(Fault.CRASH_AT_FAILPOINT)) {
            scene.story().tell("failpoint", () -> point);
            kill.run();
            Machine.giveWay();
        }
    }

    private Engine.Rows rows(Premises premises) {
        GenerationStore generations = connection.to(GenerationStore.class, rows.generations());
        ProductionStore productions = connection.to(ProductionStore.class, rows.productions());
        AttemptStore attempts = connection.to(AttemptStore.class, rows.attempts());
        SimulatedAgenda agenda =
                new SimulatedAgenda(
                        premises.agenda(), machine, connection::connected, premises.rows()::leave);
        return new Engine.Rows(
                saboteur.generations(generations, rows.productions()),
                saboteur.productions(productions, attempts),
                saboteur.attempts(attempts, productions),
                saboteur.evidence(connection.to(EvidenceStore.class, rows.evidence())),
                connection.to(Inbox.class, rows.inbox()),
                connection.to(AuditTrail.class, rows.audit()),
                connection.to(RoutingRecordStore.class, rows.routing()),
                connection.to(PauseStore.class, rows.pauses()),
                connection.to(ErasureStore.class, rows.erasures()),
                connection.to(RetentionStore.class, rows.retention()),
                connection.to(BudgetStore.class, rows.budgets()),
                connection.to(Experience.class, rows.experience()),
                agenda,
                new SimulatedSignals(premises.party(), machine, connection::connected),
                premises.mark());
    }

    private Engine.Files files(Premises premises, Path directory, Surroundings around) {
        FaultyStore store =
                new FaultyStore(
                        premises.objects(), premises.objectsDown(), premises.scene().faults());
        Copier copier =
                new Copier(
                        new LinkFetch(premises.links(), machine, premises.scene().faults()),
                        store,
                        open(directory),
                        around,
                        CopyListener.none(),
                        premises.alone());
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
    private record Links(boolean reachable) implements CallbackLinks {
        @Override
        public Optional<URI> photo(AttemptId attempt, Production production) {
            return address("in", attempt, ".png");
        }

        @Override
        public Optional<URI> webhook(AttemptId attempt, String provider) {
            return address("hooks/" + provider, attempt, "");
        }

        private Optional<URI> address(String where, AttemptId attempt, String ending) {
            return reachable
                    ? Optional.of(
                            URI.create("https://gateway.example/" + where + "/" + attempt + ending))
                    : Optional.empty();
        }
    }
}
