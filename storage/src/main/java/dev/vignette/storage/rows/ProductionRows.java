package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Production;
import dev.vignette.generation.Stage;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.objects.ObjectKey;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.ContentHash;
import dev.vignette.store.Finish;
import dev.vignette.store.Proposal.Buy;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The table {@code productions}. */
final class ProductionRows {
    static final Insert<Buy> INSERT =
            Insert.<Buy>into("productions")
                    .with("id", buy -> buy.production().id().value())
                    .with("cache_key", buy -> buy.production().key().hash().hex())
                    .with("client", buy -> buy.production().client())
                    .with("source_id", buy -> buy.production().source().value())
                    .with("request", buy -> Requests.withoutTexts(buy.production().request()))
                    .with("ordered", buy -> buy.production().request().count())
                    .with("prompt", buy -> buy.production().request().style().prompt())
                    .with("negative_prompt", ProductionRows::negativePrompt)
                    .with("priority", buy -> buy.production().terms().priority().wireName())
                    .with(
                            "max_cost_micros",
                            buy -> Amounts.micros(buy.production().terms().maxCost()))
                    .with(
                            "max_cost_currency",
                            buy -> Amounts.currency(buy.production().terms().maxCost()))
                    .with("labels", buy -> Json.text(buy.production().labels()))
                    .with("photo", buy -> buy.production().photo().value())
                    .with("photo_stored", _ -> true)
                    .with("created_at", buy -> Times.number(buy.production().createdAt()))
                    .with("deadline", buy -> Times.number(buy.production().deadline()))
                    .with("remembered", buy -> buy.production().remembered())
                    .with("rememberable", buy -> buy.production().remembered())
                    .with("joinable", Buy::joins)
                    .with("stage", buy -> buy.production().stage().wireName())
                    .with("fit", buy -> Json.text(buy.production().fit()))
                    .with("finished_at", buy -> Times.numberOrNull(buy.production().finishedAt()))
                    .build();

    private static final String BUYING =
            """
            EXISTS (SELECT 1 FROM attempts WHERE production_id = productions.id
                AND state IN ('preparing', 'sending', 'accepted', 'unknown'))
            """;
    private static final String COPYING =
            """
            EXISTS (SELECT 1 FROM pictures WHERE production_id = productions.id
                AND state = 'awaited')
            """;

    /**
     * The condition that something paid is not at its end. What is in review goes on for nobody.
     */
    static final String UNDER_WAY = "(" + BUYING + " OR " + COPYING + ")";

    private static final Names<Stage> STAGES = Names.of(Stage.values(), Stage::wireName);

    private ProductionRows() {}

    /** A production that may be joined, as far as whoever joins it must know it. */
    record Flight(ProductionId production, GenerationId source) {}

    static Optional<Flight> inFlight(Session session, CacheKey key) {
        return session.first(
                """
                SELECT id, source_id FROM productions
                WHERE cache_key = ? AND joinable AND stage <> 'done'
                """,
                row ->
                        new Flight(
                                new ProductionId(row.text("id")),
                                new GenerationId(row.text("source_id"))),
                key.hash().hex());
    }

    /**
     * The production that may be joined by what is about to be accepted, or empty when that has to
     * begin one: nobody else begins or ends one of that key meanwhile.
     */
    static Optional<Flight> joinable(Session session, CacheKey key) {
        session.lock("flight " + key.hash().hex());
        Optional<Flight> seen = inFlight(session, key);
        seen.ifPresent(flight -> lock(session, flight.production()));
        return seen.isEmpty() ? seen : inFlight(session, key);
    }

    /** Whose production it is. */
    static String client(Session session, ProductionId id) {
        return session.first(
                        "SELECT client FROM productions WHERE id = ?",
                        row -> row.text("client"),
                        id.value())
                .orElseThrow();
    }

    /** Keeps others from changing anything of that production. */
    static void lock(Session session, ProductionId id) {
        session.lock("production " + id);
    }

    /** The production with its attempts and pictures. */
    static Optional<Production> find(Session session, ProductionId id) {
        return session.first(
                "SELECT * FROM productions WHERE id = ?", row -> read(session, row), id.value());
    }

    /** Moves its deadline out for somebody who joined, never in. */
    static void extend(Session session, ProductionId id, Instant deadline) {
        session.update(
                "UPDATE productions SET deadline = ? WHERE id = ? AND deadline < ?",
                Times.number(deadline),
                id.value(),
                Times.number(deadline));
    }

    /** Whether an attempt of it is open or a picture awaited: what is paid and not at its end. */
    static boolean underWay(Session session, ProductionId id) {
        return session.any("SELECT 1 FROM productions WHERE id = ? AND " + UNDER_WAY, id.value());
    }

    /**
     * Lets a production that is done serve later requests once all its pictures are stored, if it
     * may.
     */
    static void rememberWhenComplete(Session session, ProductionId id) {
        session.update(
                """
                UPDATE productions SET remembered = TRUE
                WHERE id = ? AND stage = 'done' AND rememberable AND ordered = ?
                """,
                id.value(),
                PictureRows.stored(session, id));
    }

    /** Moves an attempt on and its production with it, unless somebody else moved the attempt. */
    static boolean move(Session session, Attempt next) {
        if (!AttemptRows.move(session, next)) {
            return false;
        }
        switch (next.state()) {
            case AttemptState.Preparing _ -> {}
            case AttemptState.Sending _ -> {
                started(session, next.production());
                buyingAgain(session, next.production());
            }
            case AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.Ended _ ->
                    started(session, next.production());
        }
        return true;
    }

    /** Whether there is one of that id that is not done. */
    static boolean open(Session session, ProductionId id) {
        return session.any(
                "SELECT 1 FROM productions WHERE id = ? AND stage <> 'done'", id.value());
    }

    /** Something was sent, or is about to be: it is no longer queued. */
    private static void started(Session session, ProductionId id) {
        session.update(
                "UPDATE productions SET stage = 'running' WHERE id = ? AND stage = 'queued'",
                id.value());
    }

    /** More is being bought while earlier pictures are copied. */
    private static void buyingAgain(Session session, ProductionId id) {
        session.update(
                "UPDATE productions SET stage = 'running' WHERE id = ? AND stage = 'storing'",
                id.value());
    }

    /** Nothing is being bought any more: pictures that are awaited are all there is to do. */
    static void storingWhenBought(Session session, ProductionId id) {
        session.update(
                "UPDATE productions SET stage = 'storing'"
                        + " WHERE id = ? AND stage IN ('queued', 'running') AND "
                        + COPYING
                        + " AND NOT "
                        + BUYING,
                id.value());
    }

    /** Ends it, unless it is done. One that was erased meanwhile stays forgotten. */
    static boolean finish(Session session, Finish finish) {
        return session.update(
                        """
                        UPDATE productions SET stage = 'done', finished_at = ?, fit = ?,
                            remembered = ? AND EXISTS (SELECT 1 FROM generations
                                WHERE production_id = productions.id AND erased_at IS NULL)
                        WHERE id = ? AND stage <> 'done'
                        """,
                        Times.number(finish.at()),
                        Json.text(finish.fit()),
                        finish.remembered(),
                        finish.production().value())
                > 0;
    }

    /** Once nobody waits for it any more, nobody can join it: it may be about to be called off. */
    static void closeWhenAbandoned(Session session, ProductionId id) {
        session.update(
                """
                UPDATE productions SET joinable = FALSE
                WHERE id = ? AND joinable AND NOT EXISTS (SELECT 1 FROM generations
                    WHERE production_id = productions.id AND state = 'open')
                """,
                id.value());
    }

    /** Whether its pictures are there for others, too: not erased, and not deleted. */
    static boolean serves(Session session, ProductionId id) {
        return session.any(
                """
                SELECT 1 FROM generations WHERE production_id = ? AND erased_at IS NULL
                    AND NOT EXISTS
                        (SELECT 1 FROM pictures WHERE production_id = ? AND state = 'gone')
                LIMIT 1
                """,
                id.value(),
                id.value());
    }

    /** Whether every generation that refers to it is erased. */
    static boolean free(Session session, ProductionId id) {
        return !session.any(
                "SELECT 1 FROM generations WHERE production_id = ? AND erased_at IS NULL",
                id.value());
    }

    /** Blanks the caller's words and takes it out of the cache. */
    static void forget(Session session, ProductionId id) {
        session.update(
                """
                UPDATE productions SET remembered = FALSE, rememberable = FALSE,
                    joinable = FALSE, prompt = NULL, negative_prompt = NULL
                WHERE id = ?
                """,
                id.value());
    }

    static Production read(Session session, Row row) {
        ProductionId id = new ProductionId(row.text("id"));
        return new Production(
                id,
                new CacheKey(new ContentHash(row.text("cache_key"))),
                row.text("client"),
                new GenerationId(row.text("source_id")),
                Requests.of(row),
                TermsColumns.read(row),
                Json.pairs(row.text("labels")),
                new ObjectKey(row.text("photo")),
                row.instant("created_at"),
                row.instant("deadline"),
                row.flag("remembered"),
                STAGES.value(row.text("stage")),
                AttemptRows.of(session, id),
                PictureRows.of(session, id),
                Json.fit(row.text("fit")),
                row.instantOrNull("finished_at"));
    }

    private static @Nullable String negativePrompt(Buy buy) {
        return buy.production().request().style().negativePrompt();
    }
}
