package dev.vignette.server.tracing;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.ListsJobs.Listing;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.UploadsPhotos.Upload;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a span says of what came. Of a failure only its kind: what vendors write stays out.
 *
 * @param word one word
 * @param task the provider's id of the job; {@code null} when there is none
 * @param version the model's version, as the provider says; {@code null} when it does not
 * @param error the kind of failure; {@code null} when there was none
 */
record SpanOutcome(
        String word, @Nullable String task, @Nullable String version, @Nullable String error) {

    /** Empty for what nothing can be said of. */
    static Optional<SpanOutcome> of(Object came) {
        return switch (came) {
            case Submission submission -> Optional.of(of(submission));
            case Progress progress -> Optional.of(of(progress));
            case Upload.Ready _ -> Optional.of(well("uploaded"));
            case Upload.Failed(ProviderFailure failure) -> Optional.of(failed("failed", failure));
            case Listing.Complete _ -> Optional.of(well("complete"));
            case Listing.Broken(ProviderFailure failure) -> Optional.of(failed("broken", failure));
            case Picture picture -> Optional.of(of(picture.state()));
            case Object _ -> Optional.empty();
        };
    }

    private static SpanOutcome of(Submission submission) {
        return switch (submission) {
            case Submission.Accepted(var task, var _) -> well("accepted").job(task);
            case Submission.Finished(var task, var delivery) ->
                    well("finished").job(task).made(delivery);
            case Submission.Ended(var task, var failure, var _) ->
                    failed("failed", failure).job(task);
            case Submission.Refused(var failure) -> failed("refused", failure);
            case Submission.NotSent(var failure) -> failed("not_sent", failure);
            case Submission.Unknown _ -> new SpanOutcome("unknown", null, null, "unknown_outcome");
        };
    }

    private static SpanOutcome of(Progress progress) {
        return switch (progress) {
            case Progress.Working _ -> well("working");
            case Progress.Unreadable(var failure, var _) -> failed("unreadable", failure);
            case Progress.Finished(var delivery) -> well("finished").made(delivery);
            case Progress.Ended(var failure, var _) -> failed("failed", failure);
        };
    }

    private static SpanOutcome of(PictureState state) {
        return switch (state) {
            case PictureState.Stored _ -> well("stored");
            case PictureState.Lost _ -> new SpanOutcome("lost", null, null, "output_lost");
            case PictureState.Awaited _ -> well("awaited");
            case PictureState.Gone _ -> well("gone");
        };
    }

    private static SpanOutcome well(String word) {
        return new SpanOutcome(word, null, null, null);
    }

    private static SpanOutcome failed(String word, ProviderFailure failure) {
        return new SpanOutcome(word, null, null, failure.kind().wireName());
    }

    private SpanOutcome job(TaskHandle handle) {
        return new SpanOutcome(word, handle.providerId(), version, error);
    }

    private SpanOutcome made(Delivery delivery) {
        return new SpanOutcome(word, task, delivery.modelVersion(), error);
    }

    /** Says it. */
    void on(Span span) {
        span.setAttribute(Names.OUTCOME, word);
        if (task != null) {
            span.setAttribute(Names.RESPONSE_ID, task);
        }
        if (version != null) {
            span.setAttribute(Names.RESPONSE_MODEL, version);
        }
        if (error != null) {
            span.setAttribute(Names.ERROR, error);
            span.setStatus(StatusCode.ERROR);
        }
    }
}
