package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Avoided;
import dev.vignette.generation.Charge;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.Origin;
import dev.vignette.generation.Picture;
import dev.vignette.generation.Production;
import dev.vignette.id.ProductionId;
import dev.vignette.portrait.CacheKey;
import dev.vignette.storage.rows.ProductionRows.Flight;
import dev.vignette.store.Finish;
import dev.vignette.store.ProductionStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Productions, attempts and pictures in tables. */
final class SqlProductionStore implements ProductionStore {
    private final Writer writer;
    private final Reader reader;
    private final Runnable charged;

    /**
     * A store on these tables.
     *
     * @param charged told after each charge that is committed; returns at once
     */
    SqlProductionStore(Writer writer, Reader reader, Runnable charged) {
        this.writer = writer;
        this.reader = reader;
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
    public void plan(ProductionId production, List<Attempt> attempts) {
        writer.write(session -> {
            ProductionRows.lock(session, production);
            if (!ProductionRows.open(session, production)) {
                throw new IllegalStateException(production + " is done");
            }
            attempts.forEach(attempt -> AttemptRows.INSERT.run(session, attempt));
            return null;
        });
    }

    @Override
    public boolean advance(Attempt next) {
        return writer.write(session -> move(session, next));
    }

    @Override
    public boolean conclude(Attempt ended, Charge charge, List<Picture> pictures) {
        boolean concluded =
                writer.write(session -> {
                    if (!move(session, ended)) {
                        return false;
                    }
                    pictures.forEach(picture -> PictureRows.add(session, picture));
                    ProductionRows.storingWhenBought(session, ended.production());
                    ChargeRows.add(session, charge);
                    return true;
                });
        if (concluded) {
            charged.run();
        }
        return concluded;
    }

    @Override
    public boolean settle(Picture picture) {
        return writer.write(session -> PictureRows.settle(session, picture));
    }

    @Override
    public List<Generation> finish(Finish finish) {
        return writer.write(session -> finish(session, finish));
    }

    private static boolean move(Session session, Attempt next) {
        ProductionRows.lock(session, next.production());
        if (!AttemptRows.move(session, next)) {
            return false;
        }
        switch (next.state()) {
            case AttemptState.Preparing _ -> {}
            case AttemptState.Sending _ -> {
                ProductionRows.started(session, next.production());
                ProductionRows.buyingAgain(session, next.production());
            }
            case AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.Ended _ ->
                    ProductionRows.started(session, next.production());
        }
        return true;
    }

    private static List<Generation> finish(Session session, Finish finish) {
        ProductionRows.lock(session, finish.production());
        if (!ProductionRows.finish(session, finish)) {
            return List.of();
        }
        AgendaRows.removeWhenAtRest(session, finish.production());
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
