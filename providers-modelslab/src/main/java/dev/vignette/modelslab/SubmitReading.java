package dev.vignette.modelslab;

import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.util.Optional;

/**
 * Reads the answer to an order: by the body's own status first, because errors come under 200 too,
 * then by the HTTP status. What is not definite is unknown, since a job may exist.
 */
record SubmitReading(Pictures pictures, Pace pace) {

    /**
     * Reads it.
     *
     * @param trackId what the order called itself; names the job when the answer does not
     */
    Submission read(WireOutcome outcome, String trackId) {
        return switch (outcome) {
            case WireOutcome.NotSent() ->
                    new Submission.NotSent(Failures.of(FailureKind.UNAVAILABLE));
            case WireOutcome.Broken() ->
                    new Submission.Unknown("the line to ModelsLab broke before its answer came");
            case WireOutcome.Answered answered -> read(answered, trackId);
        };
    }

    private Submission read(WireOutcome.Answered answered, String trackId) {
        Optional<Answer> body = answered.body();
        if (body.isEmpty()) {
            return byHttpStatus(answered);
        }
        return switch (body.get().status()) {
            case SUCCESS -> success(body.get(), answered, trackId);
            case PROCESSING -> taken(body.get(), answered);
            case UNKNOWN ->
                    body.get().id().isPresent()
                            ? taken(body.get(), answered)
                            : byHttpStatus(answered);
            case FAILED -> failed(body.get(), answered);
            case NONE -> byHttpStatus(answered);
        };
    }

    private Submission success(Answer answer, WireOutcome.Answered answered, String trackId) {
        TaskHandle task = new Job(answer.id().orElse(trackId), Optional.empty()).handle();
        if (answer.isFlagged()) {
            ProviderFailure refused = Failures.of(FailureKind.CONTENT_REFUSED, answered);
            return new Submission.Ended(task, refused, Usage.UNKNOWN);
        }
        Optional<Delivery> delivery = pictures.delivery(answer);
        if (delivery.isPresent()) {
            return new Submission.Finished(task, delivery.get());
        }
        return taken(answer, answered);
    }

    /** Going on, or done without saying where: a look by its id tells. */
    private Submission taken(Answer answer, WireOutcome.Answered answered) {
        if (answer.id().isEmpty()) {
            return unknown(answered, "without a job's id or a picture");
        }
        Job job = new Job(answer.id().get(), answer.eta());
        return new Submission.Accepted(job.handle(), pace.first(job.eta()));
    }

    private static Submission failed(Answer answer, WireOutcome.Answered answered) {
        Optional<Complaint> complaint =
                Complaint.in(answer.text()).or(() -> Complaint.of(answered.status()));
        if (answered.isServerError() || complaint.filter(Complaint.SERVER::equals).isPresent()) {
            return unknown(answered, "with a server error");
        }
        FailureKind kind = complaint.map(Complaint::kind).orElse(FailureKind.FAILED);
        ProviderFailure failure = Failures.of(kind, answered);
        return answer.id()
                .<Submission>map(id -> ended(id, failure))
                .orElseGet(() -> new Submission.Refused(failure));
    }

    private static Submission ended(String id, ProviderFailure failure) {
        TaskHandle task = TaskHandle.of(id);
        return new Submission.Ended(task, failure, Usage.UNKNOWN);
    }

    private static Submission byHttpStatus(WireOutcome.Answered answered) {
        return Complaint.of(answered.status())
                .<Submission>map(complaint ->
                        new Submission.Refused(Failures.of(complaint.kind(), answered)))
                .orElseGet(() -> unknown(answered, "in a way that cannot be read"));
    }

    private static Submission unknown(WireOutcome.Answered answered, String how) {
        return new Submission.Unknown("ModelsLab answered HTTP " + answered.status() + " " + how);
    }
}
