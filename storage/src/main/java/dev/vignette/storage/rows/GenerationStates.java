package dev.vignette.storage.rows;

import dev.vignette.generation.FailureCode;
import dev.vignette.generation.GenerationFailure;
import dev.vignette.generation.GenerationState;
import dev.vignette.generation.GenerationState.Canceled;
import dev.vignette.generation.GenerationState.Erased;
import dev.vignette.generation.GenerationState.Failed;
import dev.vignette.generation.GenerationState.Open;
import dev.vignette.generation.GenerationState.Succeeded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A generation's state in its row. An erased one keeps how it ended before. */
final class GenerationStates {
    static final String OPEN = "open";

    private static final Names<FailureCode> CODES =
            Names.of(FailureCode.values(), FailureCode::wireName);

    private GenerationStates() {}

    /** The column {@code state}. An erased generation that was still open counts as called off. */
    static String name(GenerationState state) {
        return switch (state) {
            case Open _ -> OPEN;
            case Succeeded _ -> "succeeded";
            case Failed _ -> "failed";
            case Canceled _, Erased _ -> "canceled";
        };
    }

    static @Nullable Instant endedAt(GenerationState state) {
        return switch (state) {
            case Open _ -> null;
            case Succeeded(Instant at) -> at;
            case Failed(Instant at, _) -> at;
            case Canceled(Instant at) -> at;
            case Erased(Instant at) -> at;
        };
    }

    static @Nullable Instant erasedAt(GenerationState state) {
        return state instanceof Erased(Instant at) ? at : null;
    }

    static @Nullable GenerationFailure failure(GenerationState state) {
        return state instanceof Failed(_, GenerationFailure failure) ? failure : null;
    }

    static GenerationState of(Row row) {
        Instant erasedAt = row.instantOrNull("erased_at");
        if (erasedAt != null) {
            return new Erased(erasedAt);
        }
        String name = row.text("state");
        return switch (name) {
            case OPEN -> new Open();
            case "succeeded" -> new Succeeded(row.instant("ended_at"));
            case "failed" -> new Failed(row.instant("ended_at"), failure(row));
            case "canceled" -> new Canceled(row.instant("ended_at"));
            default -> throw new IllegalStateException("no generation is " + name);
        };
    }

    private static GenerationFailure failure(Row row) {
        return new GenerationFailure(
                CODES.value(row.text("failure_code")),
                row.text("failure_detail"),
                row.textOrNull("failure_provider"),
                row.flag("failure_retryable"),
                row.flag("failure_charged"));
    }
}
