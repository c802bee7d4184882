package dev.vignette.modelslab;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.time.Duration;
import java.util.Optional;

/**
 * Failures with sentences of our own: the vendor's texts may repeat a key, a link or a prompt, so
 * none of them is passed on.
 */
final class Failures {

    private Failures() {}

    static ProviderFailure of(FailureKind kind) {
        return ProviderFailure.of(kind, sentence(kind));
    }

    /** A failure as the vendor answered it, with its HTTP status and the wait it asked for. */
    static ProviderFailure of(FailureKind kind, WireOutcome.Answered answered) {
        Optional<Duration> wait =
                answered.body().flatMap(Answer::askedWait).or(answered::askedWait);
        String code = answered.body().flatMap(Answer::code).orElse("HTTP " + answered.status());
        return new ProviderFailure(kind, sentence(kind), code, wait.orElse(null));
    }

    private static String sentence(FailureKind kind) {
        return switch (kind) {
            case INVALID_INPUT -> "ModelsLab refused the order's input.";
            case UNSUPPORTED -> "ModelsLab cannot do this as it is configured.";
            case CONTENT_REFUSED -> "ModelsLab refused the content.";
            case CREDENTIALS -> "ModelsLab refused the key or the plan it belongs to.";
            case OUT_OF_CREDIT -> "The account at ModelsLab has no credit left.";
            case THROTTLED -> "ModelsLab has too many orders of this account queued.";
            case UNAVAILABLE -> "ModelsLab cannot be reached or is not ready.";
            case FAILED -> "ModelsLab could not make the picture.";
            case DEADLINE -> "ModelsLab stopped the job at its deadline.";
            case LOST -> "ModelsLab does not know the job any more.";
            case CANCELED -> "The job was cancelled at ModelsLab.";
            case MALFORMED_ANSWER -> "ModelsLab gave an answer that cannot be read.";
        };
    }
}
