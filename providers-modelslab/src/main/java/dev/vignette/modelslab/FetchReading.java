package dev.vignette.modelslab;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Usage;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads the answer to a look at a job. A paid picture may be behind it, so only what the vendor
 * says of the job itself ends it; trouble with the look leaves it as it was.
 */
record FetchReading(Pictures pictures, Pace pace) {
    private static final int NOT_FOUND = 404;

    Progress read(WireOutcome outcome, Job job) {
        return switch (outcome) {
            case WireOutcome.NotSent() -> unreadable(Failures.of(FailureKind.UNAVAILABLE), job);
            case WireOutcome.Broken() -> unreadable(Failures.of(FailureKind.UNAVAILABLE), job);
            case WireOutcome.Answered answered -> read(answered, job);
        };
    }

    private Progress read(WireOutcome.Answered answered, Job job) {
        Optional<Answer> body = answered.body();
        if (body.isEmpty()) {
            return byHttpStatus(answered, job);
        }
        return switch (body.get().status()) {
            case SUCCESS -> success(body.get(), answered);
            case PROCESSING -> working(job);
            case FAILED -> failed(body.get(), answered, job);
            case UNKNOWN, NONE ->
                    answered.status() < 300 ? working(job) : byHttpStatus(answered, job);
        };
    }

    private Progress success(Answer answer, WireOutcome.Answered answered) {
        if (answer.isFlagged()) {
            return ended(Failures.of(FailureKind.CONTENT_REFUSED, answered));
        }
        return pictures.delivery(answer)
                .<Progress>map(Progress.Finished::new)
                .orElseGet(() -> ended(Failures.of(FailureKind.MALFORMED_ANSWER, answered)));
    }

    private Progress failed(Answer answer, WireOutcome.Answered answered, Job job) {
        if (answered.isServerError()) {
            return byHttpStatus(answered, job);
        }
        Optional<Complaint> complaint = Complaint.in(answer.text());
        if (complaint.isEmpty()) {
            return unexplained(answered, job);
        }
        return switch (complaint.get()) {
            // "Try again" on a look means to look again (handled so by public clients).
            case COLD -> working(job);
            case RATE, NO_MONEY, KEY, SERVER -> unreadable(complaint.get(), answered, job);
            case NO_SUCH_JOB -> ended(Failures.of(FailureKind.LOST, answered));
            case MODERATED -> ended(Failures.of(FailureKind.CONTENT_REFUSED, answered));
            case NO_MODEL, INPUT -> unexplained(answered, job);
        };
    }

    /** An error about the job in words nobody knows. */
    private Progress unexplained(WireOutcome.Answered answered, Job job) {
        return switch (answered.status()) {
            case 401, 402, 403, 404, 429 -> byHttpStatus(answered, job);
            default -> ended(Failures.of(FailureKind.FAILED, answered));
        };
    }

    private Progress byHttpStatus(WireOutcome.Answered answered, Job job) {
        if (answered.status() == NOT_FOUND) {
            return ended(Failures.of(FailureKind.LOST, answered));
        }
        if (answered.isServerError()) {
            return unreadable(Failures.of(FailureKind.UNAVAILABLE, answered), job);
        }
        return switch (answered.status()) {
            case 401, 403 -> unreadable(Complaint.KEY, answered, job);
            case 402 -> unreadable(Complaint.NO_MONEY, answered, job);
            case 429 -> unreadable(Complaint.RATE, answered, job);
            default -> unreadable(Failures.of(FailureKind.MALFORMED_ANSWER, answered), job);
        };
    }

    private Progress working(Job job) {
        return new Progress.Working(pace.next(job.eta()));
    }

    private Progress unreadable(Complaint complaint, WireOutcome.Answered answered, Job job) {
        return unreadable(Failures.of(complaint.kind(), answered), job);
    }

    private Progress unreadable(ProviderFailure failure, Job job) {
        Duration pause = pace.next(job.eta());
        Duration asked = failure.retryAfter().orElse(Duration.ZERO);
        return new Progress.Unreadable(failure, asked.compareTo(pause) > 0 ? asked : pause);
    }

    private static Progress ended(ProviderFailure failure) {
        return new Progress.Ended(failure, Usage.UNKNOWN);
    }
}
