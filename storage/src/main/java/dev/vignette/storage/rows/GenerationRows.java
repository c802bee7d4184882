package dev.vignette.storage.rows;

import dev.vignette.generation.Avoided;
import dev.vignette.generation.Generation;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.generation.GenerationState;
import dev.vignette.id.GenerationId;
import dev.vignette.id.ProductionId;
import dev.vignette.portrait.CacheMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code generations}. */
final class GenerationRows {
    static final Insert<Generation> INSERT =
            Insert.<Generation>into("generations")
                    .with("id", generation -> generation.id().value())
                    .with("client", Generation::client)
                    .with("kind", g -> g.request().portrait().kind().wireName())
                    .with("request", g -> Requests.withoutTexts(g.request().portrait()))
                    .with("prompt", g -> g.request().portrait().style().prompt())
                    .with("negative_prompt", g -> g.request().portrait().style().negativePrompt())
                    .with("cache", g -> g.request().cache().wireName())
                    .with("priority", g -> g.request().terms().priority().wireName())
                    .with("max_cost_micros", g -> Amounts.micros(g.request().terms().maxCost()))
                    .with("max_cost_currency", g -> Amounts.currency(g.request().terms().maxCost()))
                    .with("deadline_after", g -> g.request().deadline().toNanos())
                    .with("subject", g -> g.request().subject())
                    .with("labels", g -> Json.text(g.request().labels()))
                    .with("metadata", g -> Json.text(g.request().metadata()))
                    .with("origin", g -> Origins.name(g.origin()))
                    .with("source_id", g -> Origins.source(g.origin()))
                    .with("made_at", g -> Times.numberOrNull(Origins.madeAt(g.origin())))
                    .with("production_id", g -> g.production().value())
                    .with("created_at", g -> Times.number(g.createdAt()))
                    .with("deadline", g -> Times.number(g.deadline()))
                    .with("state", g -> GenerationStates.name(g.state()))
                    .with("ended_at", ended(GenerationStates::endedAt))
                    .with("erased_at", ended(GenerationStates::erasedAt))
                    .with("failure_code", failed(failure -> failure.code().wireName()))
                    .with("failure_detail", failed(GenerationFailure::detail))
                    .with("failure_provider", failed(GenerationFailure::provider))
                    .with("failure_retryable", failed(GenerationFailure::retryable))
                    .with("failure_charged", failed(GenerationFailure::charged))
                    .with("avoided_provider", saved(Avoided::provider))
                    .with("avoided_model", saved(Avoided::model))
                    .with("avoided_images", saved(Avoided::images))
                    .with("avoided_micros", saved(avoided -> Amounts.micros(avoided.money())))
                    .with("avoided_currency", saved(avoided -> Amounts.currency(avoided.money())))
                    .build();

    private static final Names<CacheMode> CACHE_MODES =
            Names.of(CacheMode.values(), CacheMode::wireName);
    private static final String END =
            """
            UPDATE generations SET state = ?, ended_at = ?, failure_code = ?, failure_detail = ?,
                failure_provider = ?, failure_retryable = ?, failure_charged = ?
            """;

    private GenerationRows() {}

    static Optional<Generation> find(Session session, GenerationId id) {
        return session.first(
                "SELECT * FROM generations WHERE id = ?", GenerationRows::read, id.value());
    }

    /** Those of a production that are open. */
    static List<Generation> open(Session session, ProductionId production) {
        return session.list(
                """
                SELECT * FROM generations WHERE production_id = ? AND state = 'open'
                ORDER BY created_at, id
                """,
                GenerationRows::read,
                production.value());
    }

    /** Ends an open one. */
    static boolean end(Session session, GenerationId id, GenerationState state) {
        return session.update(END + "WHERE id = ? AND state = 'open'", ending(state, id.value()))
                > 0;
    }

    /** Ends all open ones of a production and returns them as they are then. */
    static List<Generation> endAll(
            Session session, ProductionId production, GenerationState state) {
        return session.list(
                END + "WHERE production_id = ? AND state = 'open' RETURNING *",
                GenerationRows::read,
                ending(state, production.value()));
    }

    /** Notes what a generation that joined did not pay. */
    static void save(Session session, GenerationId id, Avoided avoided) {
        session.update(
                """
                UPDATE generations SET avoided_provider = ?, avoided_model = ?, avoided_images = ?,
                    avoided_micros = ?, avoided_currency = ? WHERE id = ?
                """,
                avoided.provider(),
                avoided.model(),
                avoided.images(),
                Amounts.micros(avoided.money()),
                Amounts.currency(avoided.money()),
                id.value());
    }

    static Generation read(Row row) {
        return new Generation(
                new GenerationId(row.text("id")),
                row.text("client"),
                request(row),
                Origins.of(row),
                new ProductionId(row.text("production_id")),
                row.instant("created_at"),
                row.instant("deadline"),
                GenerationStates.of(row),
                avoided(row));
    }

    private static GenerationRequest request(Row row) {
        return new GenerationRequest(
                Requests.of(row),
                CACHE_MODES.value(row.text("cache")),
                TermsColumns.read(row),
                Duration.ofNanos(row.number("deadline_after")),
                row.textOrNull("subject"),
                Json.pairs(row.text("labels")),
                Json.pairs(row.text("metadata")));
    }

    private static @Nullable Avoided avoided(Row row) {
        String provider = row.textOrNull("avoided_provider");
        if (provider == null) {
            return null;
        }
        return new Avoided(
                provider,
                row.text("avoided_model"),
                row.count("avoided_images"),
                Amounts.of(row, "avoided_micros", "avoided_currency"));
    }

    private static @Nullable Object[] ending(GenerationState state, String id) {
        GenerationFailure failure = GenerationStates.failure(state);
        return new @Nullable Object[] {
            GenerationStates.name(state),
            Times.numberOrNull(GenerationStates.endedAt(state)),
            failure == null ? null : failure.code().wireName(),
            failure == null ? null : failure.detail(),
            failure == null ? null : failure.provider(),
            failure == null ? null : failure.retryable(),
            failure == null ? null : failure.charged(),
            id
        };
    }

    private static Function<Generation, @Nullable Object> ended(
            Function<GenerationState, @Nullable Instant> moment) {
        return generation -> Times.numberOrNull(moment.apply(generation.state()));
    }

    private static Function<Generation, @Nullable Object> failed(
            Function<GenerationFailure, ? extends @Nullable Object> part) {
        return generation -> {
            GenerationFailure failure = GenerationStates.failure(generation.state());
            return failure == null ? null : part.apply(failure);
        };
    }

    private static Function<Generation, @Nullable Object> saved(
            Function<Avoided, ? extends @Nullable Object> part) {
        return generation -> {
            Avoided avoided = generation.avoided();
            return avoided == null ? null : part.apply(avoided);
        };
    }
}
