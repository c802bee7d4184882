package dev.vignette.storage.rows;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Charge;
import dev.vignette.id.AttemptId;
import dev.vignette.id.ProductionId;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The table {@code attempts}. */
final class AttemptRows {
    static final Insert<Attempt> INSERT =
            Insert.<Attempt>into("attempts")
                    .with("id", attempt -> attempt.id().value())
                    .with("production_id", attempt -> attempt.production().value())
                    .with("number", Attempt::number)
                    .with("provider", Attempt::provider)
                    .with("adapter", Attempt::adapter)
                    .with("model", Attempt::model)
                    .with("model_version", Attempt::modelVersion)
                    .with("first_picture", Attempt::firstPicture)
                    .with("pictures", Attempt::pictures)
                    .with("fit", attempt -> Json.text(attempt.fit()))
                    .with("state", attempt -> attempt.state().wireName())
                    .with("version", Attempt::version)
                    .build();

    private static final String MOVE =
            """
            UPDATE attempts SET model_version = ?, state = ?, started_at = ?, completed_at = ?,
                task_id = ?, task_token = ?, failure_kind = ?, failure_detail = ?,
                failure_vendor_code = ?, failure_wait = ?, note = ?, version = ?
            WHERE id = ? AND version = ?
                AND NOT EXISTS (SELECT 1 FROM charges WHERE attempt_id = attempts.id)
            """;

    private AttemptRows() {}

    /** Writes the next state, unless somebody else did or it has ended with a charge. */
    static boolean move(Session session, Attempt next) {
        AttemptStates state = AttemptStates.of(next.state());
        TaskHandle task = state.task();
        ProviderFailure failure = state.failure();
        return session.update(
                        MOVE,
                        next.modelVersion(),
                        next.state().wireName(),
                        Times.numberOrNull(state.startedAt()),
                        Times.numberOrNull(state.completedAt()),
                        task == null ? null : task.providerId(),
                        task == null ? null : task.token(),
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

    private static Attempt read(Row row, @Nullable Charge charge) {
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
                AttemptStates.read(row),
                charge,
                row.number("version"));
    }
}
