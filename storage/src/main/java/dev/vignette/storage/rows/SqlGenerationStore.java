package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.BudgetUse;
import dev.vignette.store.Acceptance;
import dev.vignette.store.GenerationQuery;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.IdempotencyClaim;
import dev.vignette.store.Proposal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Generations in tables. */
final class SqlGenerationStore implements GenerationStore {
    private final Writer writer;
    private final Reader reader;
    private final Clock clock;
    private final Duration net;

    /**
     * A store on these tables.
     *
     * @param net how long after it was accepted the entry of a production falls due
     */
    SqlGenerationStore(Writer writer, Reader reader, Clock clock, Duration net) {
        this.writer = writer;
        this.reader = reader;
        this.clock = clock;
        this.net = net;
    }

    @Override
    public Acceptance accept(Proposal proposal) {
        @Nullable Object[] row = GenerationRows.INSERT.row(proposal.generation());
        return writer.write(session -> accept(session, proposal, row));
    }

    @Override
    public Optional<Claimed> claimed(String client, String key) {
        return reader.read(session -> IdempotencyRows.find(session, client, key, clock.instant()));
    }

    @Override
    public Optional<Generation> find(GenerationId id) {
        return reader.read(session -> GenerationRows.find(session, id));
    }

    @Override
    public List<Generation> list(GenerationQuery query) {
        return reader.read(GenerationPage.of(query)::read);
    }

    @Override
    public List<Generation> open(ProductionId production) {
        return reader.read(session -> GenerationRows.open(session, production));
    }

    @Override
    public boolean end(GenerationId id, GenerationState state) {
        return writer.write(session -> end(session, id, state));
    }

    private static boolean end(Session session, GenerationId id, GenerationState state) {
        return GenerationRows.find(session, id)
                .map(generation -> end(session, generation, state))
                .orElse(false);
    }

    private static boolean end(Session session, Generation generation, GenerationState state) {
        ProductionRows.lock(session, generation.production());
        boolean ended = GenerationRows.end(session, generation.id(), state);
        if (ended) {
            ProductionRows.closeWhenAbandoned(session, generation.production());
        }
        return ended;
    }

    private Acceptance accept(Session session, Proposal proposal, @Nullable Object[] row) {
        IdempotencyClaim claim = proposal.claim();
        if (claim == null) {
            return begin(session, proposal, row);
        }
        Instant now = clock.instant();
        Generation generation = proposal.generation();
        session.lock("key " + generation.client() + " " + claim.key());
        Optional<Claimed> used =
                IdempotencyRows.find(session, generation.client(), claim.key(), now);
        if (used.isPresent()) {
            return replay(session, used.get(), claim);
        }
        Acceptance begun = begin(session, proposal, row);
        if (begun instanceof Acceptance.Accepted || begun instanceof Acceptance.Joined) {
            IdempotencyRows.add(session, generation.client(), claim, generation.id(), now);
        }
        return begun;
    }

    private static Acceptance replay(Session session, Claimed used, IdempotencyClaim claim) {
        if (!used.claim().content().equals(claim.content())) {
            return new Acceptance.KeyReused();
        }
        return new Acceptance.Replayed(
                GenerationRows.find(session, used.generation()).orElseThrow());
    }

    private Acceptance begin(Session session, Proposal proposal, @Nullable Object[] row) {
        return switch (proposal) {
            case Proposal.Take take -> take(session, take, row);
            case Proposal.Buy buy when buy.joins() ->
                    ProductionRows.joinable(session, buy.production().key())
                            .map(flight -> join(session, buy.generation(), flight))
                            .orElseGet(() -> buy(session, buy, row));
            case Proposal.Buy buy -> buy(session, buy, row);
        };
    }

    private static Acceptance take(Session session, Proposal.Take take, @Nullable Object[] row) {
        ProductionId production = take.generation().production();
        ProductionRows.lock(session, production);
        if (!ProductionRows.serves(session, production)) {
            return new Acceptance.Missed();
        }
        GenerationRows.INSERT.run(session, row);
        return new Acceptance.Accepted(take.generation());
    }

    private Acceptance buy(Session session, Proposal.Buy buy, @Nullable Object[] row) {
        Instant now = clock.instant();
        Optional<BudgetUse> exceeded =
                TransferRows.hold(
                        session,
                        buy.production().attempts(),
                        buy.production().client(),
                        buy.budgets(),
                        now);
        if (exceeded.isPresent()) {
            return new Acceptance.OverBudget(exceeded.get());
        }
        ProductionRows.INSERT.run(session, buy);
        for (Attempt attempt : buy.production().attempts()) {
            AttemptRows.add(session, attempt, now);
        }
        RoutingRows.add(session, buy.production().id(), buy.production().attempts(), buy.why());
        GenerationRows.INSERT.run(session, row);
        AgendaRows.add(session, buy.production().id(), now.plus(net));
        return new Acceptance.Accepted(buy.generation());
    }

    private static Acceptance join(
            Session session, Generation generation, ProductionRows.Flight flight) {
        Generation joined =
                new Generation(
                        generation.id(),
                        generation.client(),
                        generation.request(),
                        new Origin.Joined(flight.source()),
                        flight.production(),
                        generation.createdAt(),
                        generation.deadline(),
                        generation.state(),
                        generation.avoided());
        GenerationRows.INSERT.run(session, joined);
        ProductionRows.extend(session, flight.production(), generation.deadline());
        return new Acceptance.Joined(joined);
    }
}
