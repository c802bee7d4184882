package dev.vignette.engine.work;

import dev.vignette.generation.AttemptState;
import dev.vignette.provider.FailureKind;

/**
 * What may be done about pictures after the latest attempt to buy them: the failure policy, and the
 * one place where it stands. Nothing that may still bring a job is ever bought a second time here.
 */
enum Remedy {
    /** Nothing: it goes on, nobody knows, or nobody wants it any more. */
    NONE,
    /** The request itself is at fault: nobody else is asked, for any of its pictures. */
    STOP,
    /** Somebody else may be asked. */
    ELSEWHERE,
    /** Somebody else may be asked, and when nobody is left the same once more, after a pause. */
    ELSEWHERE_OR_AGAIN,
    /** It was paid: somebody else may be asked only to complete a set of which a part is there. */
    COMPLETE;

    /** What may be done after that. */
    static Remedy after(AttemptState state) {
        return switch (state) {
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.WrittenOff _,
                    AttemptState.Canceled _ ->
                    NONE;
            case AttemptState.Succeeded _ -> COMPLETE;
            case AttemptState.NotAccepted _ -> ELSEWHERE_OR_AGAIN;
            case AttemptState.Refused refused -> untaken(refused.failure().kind());
            case AttemptState.NotSent notSent -> untaken(notSent.failure().kind());
            case AttemptState.Failed failed -> taken(failed.failure().kind());
        };
    }

    /** No job ever existed. */
    private static Remedy untaken(FailureKind kind) {
        return switch (kind) {
            case INVALID_INPUT, CONTENT_REFUSED -> STOP;
            case THROTTLED, UNAVAILABLE -> ELSEWHERE_OR_AGAIN;
            case UNSUPPORTED, CREDENTIALS, OUT_OF_CREDIT, FAILED, LOST, MALFORMED_ANSWER ->
                    ELSEWHERE;
            case DEADLINE, CANCELED -> NONE;
        };
    }

    /** A job ran, and is over. */
    private static Remedy taken(FailureKind kind) {
        return switch (kind) {
            case INVALID_INPUT, CONTENT_REFUSED -> STOP;
            case THROTTLED, UNAVAILABLE -> ELSEWHERE_OR_AGAIN;
            case UNSUPPORTED, CREDENTIALS, OUT_OF_CREDIT, FAILED -> ELSEWHERE;
            case LOST, MALFORMED_ANSWER -> COMPLETE;
            case DEADLINE, CANCELED -> NONE;
        };
    }
}
