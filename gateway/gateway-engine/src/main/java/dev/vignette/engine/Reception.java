package dev.vignette.engine;

import dev.vignette.engine.accept.Acceptor;
import dev.vignette.engine.accept.Acceptor.Taken;
import dev.vignette.engine.price.GenerationCost;
import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.Creation;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.engine.request.Snapshot;
import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.Completions;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.store.Acceptance;
import dev.vignette.store.Agenda;
import dev.vignette.store.Erasure;
import dev.vignette.store.GenerationQuery;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The front desk: takes requests in, tells how they stand, calls them off, has them erased. */
final class Reception implements Generations {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Acceptor acceptor;
    private final GenerationStore generations;
    private final ProductionStore productions;
    private final RoutingRecordStore routing;
    private final Workshop workshop;
    private final Erasures erasures;
    private final Surroundings around;

    Reception(
            Acceptor acceptor,
            GenerationStore generations,
            ProductionStore productions,
            RoutingRecordStore routing,
            Workshop workshop,
            Erasures erasures,
            Surroundings around) {
        this.acceptor = acceptor;
        this.generations = generations;
        this.productions = productions;
        this.routing = routing;
        this.workshop = workshop;
        this.erasures = erasures;
        this.around = around;
    }

    /**
     * Where accepted work is done.
     *
     * @param agenda gives it out
     * @param signals tells whoever does it of changes
     * @param completions lets callers wait for its end
     */
    record Workshop(Agenda agenda, Signals signals, Completions completions) {
        void changed(Generation generation) {
            signals.send(Signal.changed(generation.production()));
        }
    }

    @Override
    public Creation create(Client client, GenerationAsk ask) {
        Taken taken = acceptor.take(client, ask);
        around.pass(Failpoint.C2);
        return switch (taken) {
            case Taken.Out(Creation why) -> why;
            case Taken.In(Acceptance.KeyReused _, var _) -> new Creation.KeyReused();
            case Taken.In(Acceptance.OverBudget(var use), var _) -> new Creation.OverBudget(use);
            case Taken.In(Acceptance.Missed _, var _) ->
                    new Creation.Unavailable("its pictures are being deleted", SOON);
            case Taken.In(Acceptance.Replayed(Generation generation), var _) ->
                    new Creation.Replayed(snapshot(generation));
            case Taken.In(Acceptance.Joined(Generation generation), var _) -> {
                workshop.changed(generation);
                yield new Creation.Created(snapshot(generation));
            }
            case Taken.In(Acceptance.Accepted(Generation generation), Production served)
                    when served != null ->
                    new Creation.Created(snapshot(generation, served));
            case Taken.In(Acceptance.Accepted(Generation generation), var _) -> {
                around.tracing().caused(generation.production());
                workshop.agenda().wake(generation.production());
                yield new Creation.Created(snapshot(generation));
            }
        };
    }

    @Override
    public Optional<Snapshot> find(Client client, GenerationId id) {
        return owned(client, id).map(this::snapshot);
    }

    @Override
    public Optional<Snapshot> await(Client client, GenerationId id, Duration patience) {
        Optional<Generation> generation = owned(client, id);
        if (generation.isPresent() && !generation.get().done()) {
            workshop.completions().await(generation.get().production(), patience, () -> isDone(id));
        }
        return find(client, id);
    }

    @Override
    public List<Snapshot> list(GenerationQuery query) {
        return generations.list(query).stream().map(this::snapshot).toList();
    }

    @Override
    public Cancellation cancel(Client client, GenerationId id) {
        Optional<Generation> found = owned(client, id);
        if (found.isEmpty()) {
            return new Cancellation.None();
        }
        if (generations.end(id, new GenerationState.Canceled(around.now()))) {
            LOG.info("{}: called off by its client", id);
            workshop.changed(found.get());
        }
        Snapshot now = find(client, id).orElseThrow();
        return now.generation().state() instanceof GenerationState.Canceled
                ? new Cancellation.Done(now)
                : new Cancellation.AlreadyFinished(now);
    }

    @Override
    public Optional<Picture> picture(GenerationId id, int index) {
        return generations
                .find(id)
                .filter(generation -> !(generation.state() instanceof GenerationState.Erased))
                .flatMap(generation -> productions.find(generation.production()))
                .flatMap(production -> stored(production, index));
    }

    @Override
    public boolean erased(GenerationId id) {
        return generations
                .find(id)
                .filter(generation -> generation.state() instanceof GenerationState.Erased)
                .isPresent();
    }

    @Override
    public Optional<Erasure> erase(Client client, GenerationId id) {
        return owned(client, id)
                .map(generation -> {
                    Erasure erasure = erasures.begin(client, generation);
                    workshop.changed(generation);
                    return erasures.goOn(erasure);
                });
    }

    @Override
    public Optional<Erasure> erasure(Client client, ErasureId id) {
        return erasures.find(id).filter(erasure -> erasure.client().equals(client.name()));
    }

    private Optional<Generation> owned(Client client, GenerationId id) {
        return generations.find(id).filter(known -> known.client().equals(client.name()));
    }

    private boolean isDone(GenerationId id) {
        return generations.find(id).map(Generation::done).orElse(true);
    }

    private Snapshot snapshot(Generation generation) {
        return snapshot(generation, productions.find(generation.production()).orElseThrow());
    }

    private Snapshot snapshot(Generation generation, Production production) {
        return new Snapshot(
                generation,
                production,
                GenerationCost.of(generation, production, around.inForce().prices()),
                generation.origin() instanceof Origin.Hit
                        ? List.of()
                        : routing.of(production.id()));
    }

    private static Optional<Picture> stored(Production production, int index) {
        return production.pictures().stream()
                .filter(picture -> picture.index() == index)
                .filter(picture -> picture.state() instanceof PictureState.Stored)
                .findFirst();
    }
}
