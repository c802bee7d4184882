package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;

/** Ends the reading of a list, however far it has come. */
final class UnreadableList extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient ProviderFailure failure;

    UnreadableList(ProviderFailure failure) {
        super(failure.detail());
        this.failure = failure;
    }

    /** What is not as documented. */
    static UnreadableList malformed(String why) {
        return new UnreadableList(ProviderFailure.of(FailureKind.MALFORMED_ANSWER, why));
    }

    /** Why it cannot be read. */
    ProviderFailure failure() {
        return failure;
    }

    /** The answer, when it is a list's. */
    static Reply.Answered answered(Reply reply) throws UnreadableList {
        return switch (reply) {
            case Reply.Answered answer when answer.succeeded() -> answer;
            case Reply.Answered answer -> throw new UnreadableList(HttpRefusal.of(answer));
            case Reply.NotSent line -> throw unavailable(line.why());
            case Reply.Broken line -> throw unavailable(line.why());
        };
    }

    private static UnreadableList unavailable(String why) {
        return new UnreadableList(ProviderFailure.of(FailureKind.UNAVAILABLE, why));
    }
}
