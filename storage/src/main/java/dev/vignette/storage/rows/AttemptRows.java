package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.ledger.Charge;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The table {@code attempts}. */
final class AttemptRows {
    private static final Insert<Fresh> INSERT =
            Insert.<Fresh>into("attempts")
                    .with("id", of(attempt -> attempt.id().value()))
                    .with("production_id", of(attempt -> attempt.production().value()))
                    .with("number", of(Attempt::number))
                    .with("provider", of(Attempt::provider))
                    .with("adapter", of(Attempt::adapter))
                    .with("model", of(Attempt::model))
                    .with("model_version", of(Attempt::modelVersion))
                    .with("first_picture", of(Attempt::firstPicture))
                    .with("pictures", of(Attempt::pictures))
                    .with("fit", of(attempt -> Json.text(attempt.fit())))
                    .with("settings", of(Attempt::settings))
                    .with("mandate", of(attempt -> attempt.mandate().wireName()))
                    .with("at_risk_micros", of(attempt -> Amounts.micros(attempt.atRisk())))
                    .with("at_risk_currency", of(attempt -> Amounts.currency(attempt.atRisk())))
                    .with("planned_at", fresh -> Times.number(fresh.at()))
                    .with("state", of(attempt -> attempt.state().wireName()))
                    .with("started_at", in(state -> Times.numberOrNull(state.startedAt())))
                    .with("task_id", in(state -> id(state.task())))
                    .with("task_token", in(state -> token(state.task())))
                    .with("version", of(Attempt::version))
                    .build();

    private static final String MOVE =
            """
            UPDATE attempts SET model_version = ?, settings = ?, state = ?, started_at = ?, sent_until = ?,
                completed_at = ?, task_id = ?, task_token = ?, failure_kind = ?,
                failure_detail = ?, failure_vendor_code = ?, failure_wait = ?, note = ?,
                version = ?
            WHERE id = ? AND version = ?
                AND NOT EXISTS (SELECT 1 FROM charges
                    WHERE attempt_id = attempts.id AND generation_id IS NOT NULL)
            """;

    private static final Names<Mandate> MANDATES = Names.of(Mandate.values(), Mandate::wireName);

    private AttemptRows() {}

    /**
     * An attempt that is written down.
     *
     * @param attempt it is preparing, or accepted when its job was found
     * @param at when
     */
    private record Fresh(Attempt attempt, Instant at) {}

    /** Writes an attempt down. */
    static void add(Session session, Attempt attempt, Instant at) {
        INSERT.run(session, new Fresh(attempt, at));
    }

    /** Writes the next state, unless somebody else did or it has ended with a charge. */
    static boolean move(Session session, Attempt next) {
        AttemptStates state = AttemptStates.of(next.state());
        ProviderFailure failure = state.failure();
        return session.update(
                        MOVE,
                        next.modelVersion(),
                        next.settings(),
                        next.state().wireName(),
                        Times.numberOrNull(state.startedAt()),
                        Times.numberOrNull(state.sentUntil()),
                        Times.numberOrNull(state.completedAt()),
                        id(state.task()),
                        token(state.task()),
                        failure == null ? null : failure.kind().wireName(),
                        failure == null ? null : failure.detail(),
                        failure == null ? null : failure.vendorCode(),
                        failure == null ? null : Times.numberOrNull(failure.askedWait()),
                        state.note(),
                        next.version(),
                        next.id().value(),
                        next.version() - 1)
                > 0;
    }

    /** The attempts of a production by number, each with its charge. */
    static List<Attempt> of(Session session, ProductionId production) {
        Map<AttemptId, Charge> charges = ChargeRows.of(session, production);
        return session.list(
                "SELECT * FROM attempts WHERE production_id = ? ORDER BY number",
                row -> read(row, charges.get(new AttemptId(row.text("id")))),
                production.value());
    }

    /** What {@link dev.vignette.generation.Production#changes} of a production is by now. */
    static long changes(Session session, ProductionId production) {
        return session.first(
                        """
                        SELECT COALESCE(SUM(version + 1), 0) AS changes FROM attempts
                        WHERE production_id = ?
                        """,
                        row -> row.number("changes"),
                        production.value())
                .orElseThrow();
    }

    /** The number of a production's last attempt. */
    static int last(Session session, ProductionId production) {
        return session.first(
                        """
                        SELECT COALESCE(MAX(number), 0) AS last FROM attempts
                        WHERE production_id = ?
                        """,
                        row -> row.count("last"),
                        production.value())
                .orElseThrow();
    }

    /** An attempt whose charge is known by the caller. */
    static Attempt read(Row row, @Nullable Charge charge) {
        return new Attempt(
                new AttemptId(row.text("id")),
                new ProductionId(row.text("production_id")),
                row.count("number"),
                row.text("provider"),
                row.text("adapter"),
                row.text("model"),
                row.textOrNull("model_version"),
                row.count("first_picture"),
                row.count("pictures"),
                Json.fit(row.text("fit")),
                row.number("settings"),
                MANDATES.value(row.text("mandate")),
                Amounts.of(row, "at_risk_micros", "at_risk_currency"),
                AttemptStates.read(row),
                charge,
                row.number("version"));
    }

    private static @Nullable String id(@Nullable TaskHandle task) {
        return task == null ? null : task.providerId();
    }

    private static @Nullable String token(@Nullable TaskHandle task) {
        return task == null ? null : task.token();
    }

    private static Function<Fresh, @Nullable Object> of(
            Function<Attempt, ? extends @Nullable Object> part) {
        return fresh -> part.apply(fresh.attempt());
    }

    private static Function<Fresh, @Nullable Object> in(
            Function<AttemptStates, ? extends @Nullable Object> part) {
        return fresh -> part.apply(AttemptStates.of(fresh.attempt().state()));
    }
}
