package dev.vignette.storage.rows;

import dev.vignette.generation.Generation;
import dev.vignette.generation.Production;
import dev.vignette.id.ErasureId;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.store.Erasure;
import dev.vignette.store.ErasureStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Erasures in a table, and what they blank in others. */
final class SqlErasureStore implements ErasureStore {
    private static final Insert<Erasure> INSERT =
            Insert.<Erasure>into("erasures")
                    .with("id", erasure -> erasure.id().value())
                    .with("client", Erasure::client)
                    .with("generation_id", erasure -> erasure.generation().value())
                    .with("requested_at", erasure -> Times.number(erasure.requestedAt()))
                    .with("places", erasure -> Json.text(erasure.places()))
                    .with("done_at", erasure -> Times.numberOrNull(erasure.doneAt()))
                    .build();

    private final Writer writer;
    private final Reader reader;

    SqlErasureStore(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    @Override
    public Erasure begin(Erasure erasure) {
        return writer.write(session -> {
            ProductionRows.lock(session, production(session, erasure));
            return of(session, erasure.generation()).orElseGet(() -> begin(session, erasure));
        });
    }

    @Override
    public Optional<Erasure> find(ErasureId id) {
        return reader.read(session -> find(session, id));
    }

    @Override
    public Optional<Erasure> of(GenerationId generation) {
        return reader.read(session -> of(session, generation));
    }

    @Override
    public List<Erasure> pending(int limit) {
        return reader.read(session ->
                session.list(
                        """
                        SELECT * FROM erasures WHERE done_at IS NULL
                        ORDER BY requested_at LIMIT ?
                        """,
                        SqlErasureStore::read,
                        limit));
    }

    @Override
    public Optional<Production> freed(ErasureId id) {
        return reader.readTogether(session ->
                find(session, id)
                        .map(erasure -> production(session, erasure))
                        .filter(production -> ProductionRows.free(session, production))
                        .flatMap(production -> ProductionRows.find(session, production)));
    }

    @Override
    public boolean forsaken(ProductionId production) {
        return reader.read(session -> ProductionRows.free(session, production));
    }

    @Override
    public void update(Erasure erasure, Instant at) {
        writer.write(session -> {
            update(session, erasure, at);
            return null;
        });
    }

    private static void update(Session session, Erasure erasure, Instant at) {
        ProductionId production = production(session, erasure);
        ProductionRows.lock(session, production);
        session.update(
                "UPDATE erasures SET places = ?, done_at = ? WHERE id = ?",
                Json.text(erasure.places()),
                Times.numberOrNull(erasure.doneAt()),
                erasure.id().value());
        if (erasure.doneAt() != null && ProductionRows.free(session, production)) {
            PictureRows.deleteAll(session, production, at);
        }
    }

    private static Erasure begin(Session session, Erasure erasure) {
        INSERT.run(session, erasure);
        long at = Times.number(erasure.requestedAt());
        session.update(
                """
                UPDATE generations SET erased_at = ?, ended_at = COALESCE(ended_at, ?),
                    state = CASE state WHEN 'open' THEN 'canceled' ELSE state END,
                    prompt = NULL, negative_prompt = NULL, subject = NULL, metadata = '{}'
                WHERE id = ?
                """,
                at,
                at,
                erasure.generation().value());
        ProductionId production = production(session, erasure);
        ProductionRows.closeWhenAbandoned(session, production);
        if (ProductionRows.free(session, production)) {
            ProductionRows.forget(session, production);
        }
        return erasure;
    }

    private static ProductionId production(Session session, Erasure erasure) {
        return GenerationRows.find(session, erasure.generation())
                .map(Generation::production)
                .orElseThrow(() -> new IllegalStateException("no " + erasure.generation()));
    }

    private static Optional<Erasure> find(Session session, ErasureId id) {
        return session.first(
                "SELECT * FROM erasures WHERE id = ?", SqlErasureStore::read, id.value());
    }

    private static Optional<Erasure> of(Session session, GenerationId generation) {
        return session.first(
                "SELECT * FROM erasures WHERE generation_id = ?",
                SqlErasureStore::read,
                generation.value());
    }

    private static Erasure read(Row row) {
        return new Erasure(
                new ErasureId(row.text("id")),
                row.text("client"),
                new GenerationId(row.text("generation_id")),
                row.instant("requested_at"),
                Json.flags(row.text("places")),
                row.instantOrNull("done_at"));
    }
}
