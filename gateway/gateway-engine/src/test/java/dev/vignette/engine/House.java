package dev.vignette.engine;

import static dev.vignette.engine.Eventually.eventually;

import dev.vignette.engine.health.Pauses;
import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.Failpoints;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.id.AttemptId;
import dev.vignette.ledger.Charge;
import dev.vignette.objects.ObjectStore;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.LedgerEntry;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.SendMark;
import dev.vignette.tck.memory.MemoryRows;
import dev.vignette.tck.memory.MemorySendMark;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole engine over stores in memory, with scripted providers: what tests act on. Configure it,
 * then open it.
 */
final class House implements AutoCloseable {
    static final Client APP = new Client("app", Set.of());

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration REDO = Duration.ofMillis(20);

    final Rules rules = new Rules();
    final ShiftedClock clock = new ShiftedClock();
    final MemoryRows rows = new MemoryRows(clock);
    final InMemoryObjectStore pictures = new InMemoryObjectStore();
    final FakeCopies copies = new FakeCopies(pictures, clock);

    ObjectStore photos = new InMemoryObjectStore();
    ProductionStore productions = rows.productions();
    AttemptStore attempts = rows.attempts();
    SendMark mark = new MemorySendMark();

    private @Nullable Engine engine;

    /** Opens with one provider that serves, and fallbacks. */
    static House with(ScriptedProvider... providers) {
        House house = new House();
        house.rules.serve(providers);
        return house.open();
    }

    House open() {
        Surroundings around =
                new Surroundings(
                        rules, Observations.NONE, clock, new ShiftedWaits(clock), Failpoints.NONE);
        Engine opened =
                new Engine(
                        new Engine.Rows(
                                rows.generations(),
                                productions,
                                attempts,
                                rows.evidence(),
                                rows.inbox(),
                                rows.audit(),
                                rows.routing(),
                                rows.pauses(),
                                rows.erasures(),
                                rows.retention(),
                                rows.budgets(),
                                rows.experience(),
                                rows.agenda(REDO),
                                rows.signals(),
                                mark),
                        new Engine.Files(photos, pictures, new NoLinks(), copies, (_, _) -> {}),
                        intake(),
                        new Ids(clock, new SecureRandom()),
                        1_000_000,
                        around);
        opened.begin();
        engine = opened;
        return this;
    }

    private static PhotoIntake intake() {
        FetchRules nothing =
                new FetchRules(List.of(), Set.of(), false, false, 0, 1, Duration.ofSeconds(1));
        return new PhotoIntake((_, _, _) -> new Fetched.Forbidden("no network here"), nothing);
    }

    Engine engine() {
        return Objects.requireNonNull(engine);
    }

    Pauses pauses() {
        return engine().health().pauses();
    }

    Generations front() {
        return engine().generations();
    }

    /** Begins anew over the same rows and files, as after a restart. */
    void restart() {
        stop();
        open();
    }

    /** Takes a request in that has to be accepted. */
    Snapshot accept(Asks asks) {
        return accept(APP, asks);
    }

    Snapshot accept(Client client, Asks asks) {
        Creation creation = front().create(client, asks.ask());
        if (creation instanceof Creation.Created(Snapshot snapshot)) {
            return snapshot;
        }
        throw new AssertionError("not accepted: " + creation);
    }

    /** Takes a request in and waits for its end. */
    Snapshot make(Asks asks) {
        return end(accept(asks));
    }

    /** Waits for the end. */
    Snapshot end(Snapshot begun) {
        Snapshot snapshot = front().await(APP, begun.generation().id(), PATIENCE).orElseThrow();
        if (!snapshot.generation().done()) {
            throw new AssertionError("never ended: " + snapshot);
        }
        return snapshot;
    }

    /** Waits until the attempt in that place is in that state. */
    Attempt reaches(Snapshot of, int number, Class<? extends AttemptState> state) {
        eventually(
                "attempt " + number + " is " + state.getSimpleName(),
                () ->
                        attempts(of).size() >= number
                                && state.isInstance(attempts(of).get(number - 1).state()));
        return attempts(of).get(number - 1);
    }

    List<Attempt> attempts(Snapshot of) {
        return now(of).production().attempts();
    }

    Snapshot now(Snapshot of) {
        return front().find(APP, of.generation().id()).orElseThrow();
    }

    /** Every charge so far. */
    List<Charge> charges() {
        return rows.ledger().after(0, Integer.MAX_VALUE).stream()
                .map(LedgerEntry::line)
                .filter(Charge.class::isInstance)
                .map(Charge.class::cast)
                .toList();
    }

    /** Stops without waiting for anything; may be opened again. */
    void stop() {
        engine().close();
    }

    @Override
    public void close() {
        stop();
    }

    private record NoLinks() implements CallbackLinks {
        @Override
        public boolean reachable() {
            return false;
        }

        @Override
        public Optional<URI> photo(AttemptId attempt, Production production) {
            return Optional.empty();
        }

        @Override
        public Optional<URI> webhook(AttemptId attempt, String provider) {
            return Optional.empty();
        }
    }
}
