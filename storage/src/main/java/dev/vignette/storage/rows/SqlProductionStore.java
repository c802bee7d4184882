package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Budget;
import dev.vignette.ledger.Charge;
import dev.vignette.portrait.CacheKey;
import dev.vignette.storage.rows.ProductionRows.Flight;
import dev.vignette.store.Allowance;
import dev.vignette.store.Finish;
import dev.vignette.store.Planned;
import dev.vignette.store.ProductionStore;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Productions, attempts and pictures in tables. */
final class SqlProductionStore implements ProductionStore {
    private final Writer writer;
    private final Reader reader;
    private final Clock clock;
    private final Runnable charged;

    /**
     * A store on these tables.
     *
     * @param charged told after each charge that is committed; returns at once
     */
    SqlProductionStore(Writer writer, Reader reader, Clock clock, Runnable charged) {
        this.writer = writer;
        this.reader = reader;
        this.clock = clock;
        this.charged = charged;
    }

    @Override
    public Optional<Production> find(ProductionId id) {
        return reader.readTogether(session -> ProductionRows.find(session, id));
    }

    @Override
    public Optional<Production> made(CacheKey key, Instant notBefore) {
        return reader.readTogether(session ->
                session.first(
                        """
                        SELECT * FROM productions
                        WHERE cache_key = ? AND remembered AND stage = 'done'
                            AND finished_at >= ?
                            AND EXISTS (SELECT 1 FROM pictures
                                WHERE production_id = productions.id)
                            AND NOT EXISTS (SELECT 1 FROM pictures
                                WHERE production_id = productions.id AND state <> 'stored')
                        ORDER BY finished_at DESC LIMIT 1
                        """,
                        row -> ProductionRows.read(session, row),
                        key.hash().hex(),
                        Times.number(notBefore)));
    }

    @Override
    public Optional<ProductionId> inFlight(CacheKey key) {
        return reader.read(
                session -> ProductionRows.inFlight(session, key).map(Flight::production));
    }

    @Override
    public Planned plan(
            ProductionId production,
            List<Attempt> attempts,
            RoutingRecord why,
            Optional<Allowance> allowance,
            List<Budget> budgets) {
        Plan plan = new Plan(production, attempts, why, budgets, clock.instant());
        return writer.write(session -> plan.write(session, allowance));
    }

    @Override
    public boolean advance(Attempt next) {
        Instant now = clock.instant();
        return writer.write(session -> {
            ProductionRows.lock(session, next.production());
            boolean moved = ProductionRows.move(session, next);
            if (moved && next.state() instanceof AttemptState.Accepted) {
                AgendaRows.callBack(session, next.production(), now);
            }
            return moved;
        });
    }

    @Override
    public boolean conclude(Attempt ended, Charge charge, List<Picture> pictures) {
        Instant now = clock.instant();
        boolean concluded =
                writer.write(session -> {
                    ProductionRows.lock(session, ended.production());
                    if (!ProductionRows.move(session, ended)) {
                        return false;
                    }
                    pictures.forEach(picture -> PictureRows.add(session, picture));
                    ProductionRows.storingWhenBought(session, ended.production());
                    ChargeRows.add(session, charge);
                    if (!pictures.isEmpty()) {
                        AgendaRows.callBack(session, ended.production(), now);
                    }
                    return true;
                });
        if (concluded) {
            charged.run();
        }
        return concluded;
    }

    @Override
    public boolean settle(Picture picture) {
        return writer.write(session -> {
            ProductionRows.lock(session, picture.production());
            boolean settled = PictureRows.settle(session, picture);
            if (settled) {
                ProductionRows.rememberWhenComplete(session, picture.production());
            }
            return settled;
        });
    }

    @Override
    public Optional<List<Generation>> finish(Finish finish) {
        return writer.write(session -> finish(session, finish));
    }

    private static Optional<List<Generation>> finish(Session session, Finish finish) {
        ProductionId production = finish.production();
        ProductionRows.lock(session, production);
        if (!ProductionRows.open(session, production)) {
            return Optional.of(List.of());
        }
        if (AttemptRows.changes(session, production) != finish.seen()) {
            return Optional.empty();
        }
        ProductionRows.finish(session, finish);
        AgendaRows.removeWhenAtRest(session, production);
        return Optional.of(endAll(session, finish));
    }

    private static List<Generation> endAll(Session session, Finish finish) {
        List<Generation> ended =
                GenerationRows.endAll(session, finish.production(), finish.outcome());
        Avoided avoided = finish.avoided();
        if (avoided == null || !(finish.outcome() instanceof GenerationState.Succeeded)) {
            return ended;
        }
        return ended.stream().map(generation -> saving(session, generation, avoided)).toList();
    }

    /** Notes what a generation did not pay, if it joined. */
    private static Generation saving(Session session, Generation generation, Avoided avoided) {
        if (!(generation.origin() instanceof Origin.Joined)) {
            return generation;
        }
        GenerationRows.save(session, generation.id(), avoided);
        return new Generation(
                generation.id(),
                generation.client(),
                generation.request(),
                generation.origin(),
                generation.production(),
                generation.createdAt(),
                generation.deadline(),
                generation.state(),
                avoided);
    }
}
