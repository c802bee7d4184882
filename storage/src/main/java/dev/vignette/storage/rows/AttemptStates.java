package dev.vignette.storage.rows;

import dev.vignette.generation.AttemptState;
import dev.vignette.generation.AttemptState.Accepted;
import dev.vignette.generation.AttemptState.Canceled;
import dev.vignette.generation.AttemptState.Failed;
import dev.vignette.generation.AttemptState.NotAccepted;
import dev.vignette.generation.AttemptState.NotSent;
import dev.vignette.generation.AttemptState.Preparing;
import dev.vignette.generation.AttemptState.Refused;
import dev.vignette.generation.AttemptState.Review;
import dev.vignette.generation.AttemptState.Sending;
import dev.vignette.generation.AttemptState.Succeeded;
import dev.vignette.generation.AttemptState.Unknown;
import dev.vignette.generation.AttemptState.WrittenOff;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt's state in its row: its name, and whatever it carries in a column each.
 *
 * @param startedAt the permit to send was used
 * @param sentUntil the last moment at which the order can have reached the provider
 * @param completedAt it ended, or went to review
 * @param task the provider's job
 * @param failure why it did not deliver
 * @param note what was seen
 */
record AttemptStates(
        @Nullable Instant startedAt,
        @Nullable Instant sentUntil,
        @Nullable Instant completedAt,
        @Nullable TaskHandle task,
        @Nullable ProviderFailure failure,
        @Nullable String note) {

    private static final Names<FailureKind> KINDS =
            Names.of(FailureKind.values(), FailureKind::wireName);

    /** What a state carries. */
    static AttemptStates of(AttemptState state) {
        return switch (state) {
            case Preparing() -> new AttemptStates(null, null, null, null, null, null);
            case Sending(var started) -> new AttemptStates(started, null, null, null, null, null);
            case Accepted(var started, var task) ->
                    new AttemptStates(started, null, null, task, null, null);
            case Unknown(var started, var until, var note) ->
                    new AttemptStates(started, until, null, null, null, note);
            case Review(var started, var until, var since, var note) ->
                    new AttemptStates(started, until, since, null, null, note);
            case Succeeded(var started, var completed, var task) ->
                    new AttemptStates(started, null, completed, task, null, null);
            case Failed(var started, var completed, var task, var failure) ->
                    new AttemptStates(started, null, completed, task, failure, null);
            case Canceled(var started, var completed, var task, var failure) ->
                    new AttemptStates(started, null, completed, task, failure, null);
            case Refused(var started, var completed, var failure) ->
                    new AttemptStates(started, null, completed, null, failure, null);
            case NotAccepted(var started, var completed, var note) ->
                    new AttemptStates(started, null, completed, null, null, note);
            case NotSent(var completed, var failure) ->
                    new AttemptStates(null, null, completed, null, failure, null);
            case WrittenOff(var started, var completed, var note) ->
                    new AttemptStates(started, null, completed, null, null, note);
        };
    }

    /** The state of a row. */
    static AttemptState read(Row row) {
        String name = row.text("state");
        return switch (name) {
            case "preparing" -> new Preparing();
            case "sending" -> new Sending(started(row));
            case "accepted" -> new Accepted(started(row), task(row));
            case "unknown" -> new Unknown(started(row), until(row), row.text("note"));
            case "review" -> new Review(started(row), until(row), completed(row), row.text("note"));
            case "succeeded" -> new Succeeded(started(row), completed(row), task(row));
            case "failed" -> new Failed(started(row), completed(row), task(row), failure(row));
            case "canceled" -> new Canceled(started(row), completed(row), task(row), failure(row));
            case "refused" -> new Refused(started(row), completed(row), failure(row));
            case "not_accepted" -> new NotAccepted(started(row), completed(row), row.text("note"));
            case "not_sent" -> new NotSent(completed(row), failure(row));
            case "written_off" -> new WrittenOff(started(row), completed(row), row.text("note"));
            default -> throw new IllegalStateException("no attempt is " + name);
        };
    }

    private static Instant started(Row row) {
        return row.instant("started_at");
    }

    private static Instant until(Row row) {
        return row.instant("sent_until");
    }

    private static Instant completed(Row row) {
        return row.instant("completed_at");
    }

    private static TaskHandle task(Row row) {
        return new TaskHandle(row.text("task_id"), row.text("task_token"));
    }

    private static ProviderFailure failure(Row row) {
        Long wait = row.numberOrNull("failure_wait");
        return new ProviderFailure(
                KINDS.value(row.text("failure_kind")),
                row.text("failure_detail"),
                row.textOrNull("failure_vendor_code"),
                wait == null ? null : Duration.ofNanos(wait));
    }
}
