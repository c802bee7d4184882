package dev.vignette.engine.limit;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Quota;
import dev.vignette.provider.Submission;
import dev.vignette.store.Departure;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;

/**
 * One attempt's way through the gate of its account: it waits, is called, leaves with the order, is
 * answered, and keeps its place until the job is over.
 */
public final class Passage {
    private final Gate gate;
    private final Visitor visitor;
    private final Condition bell;

    /** Kept under the gate's lock, as all below. */
    Stage stage = Stage.OUTSIDE;

    long calledAt;
    long waited;

    Passage(Gate gate, Visitor visitor, Condition bell) {
        this.gate = gate;
        this.visitor = visitor;
        this.bell = bell;
    }

    /** How far it is. */
    enum Stage {
        OUTSIDE,
        HELD_UP,
        WAITING,
        CALLED,
        ANSWERED,
        LEFT
    }

    /** What an answer says about the account. */
    enum Verdict {
        /** It takes orders. */
        TAKEN,
        /** It answers; the rest lies with the order or with the account's owner. */
        NOTHING,
        /** It is not well. */
        TROUBLE,
        /** It got too many. */
        THROTTLED
    }

    /**
     * Waits for its turn, also once more after it was held up; whether it has a place now. It has
     * none when it is not wanted any more.
     */
    public boolean enter() throws InterruptedException {
        return gate.enter(this);
    }

    /** Takes a place without waiting, for a job that is at the provider already. */
    public Passage occupy() {
        gate.occupy(this);
        return this;
    }

    /** The order did not leave: it gives its place back and has to enter again, as the next. */
    public void heldUp(Departure.HeldUp why) {
        gate.heldUp(this, why);
    }

    /** Something else keeps the order from leaving for the moment; as when it was held up. */
    public void stepBack() {
        gate.heldUp(this, new Departure.Full());
    }

    /** The order leaves now. */
    public void departed() {
        gate.departed(this);
    }

    /**
     * The provider has answered, or nobody knows.
     *
     * @param took how long that took
     * @param quota what the provider said is left, or empty when it did not say
     * @return the pause that other gateways should know of, or empty when there is none
     */
    public Optional<Closure> answered(Submission submission, Duration took, Optional<Quota> quota) {
        return gate.answered(
                this, new Bounds.Answer(verdict(submission), told(submission), took, quota));
    }

    /** Makes room for others; leaving twice is leaving once. */
    public void leave() {
        gate.leave(this);
    }

    /** How long it has waited here altogether. */
    public Duration waited() {
        return gate.waited(this);
    }

    Visitor visitor() {
        return visitor;
    }

    Condition bell() {
        return bell;
    }

    private static Verdict verdict(Submission submission) {
        return switch (submission) {
            case Submission.Accepted _, Submission.Finished _, Submission.Ended _ -> Verdict.TAKEN;
            case Submission.Unknown _ -> Verdict.TROUBLE;
            case Submission.Refused(var failure) -> verdict(failure.kind());
            case Submission.NotSent(var failure) -> verdict(failure.kind());
        };
    }

    private static Verdict verdict(FailureKind kind) {
        return switch (kind) {
            case THROTTLED -> Verdict.THROTTLED;
            case UNAVAILABLE, MALFORMED_ANSWER -> Verdict.TROUBLE;
            case INVALID_INPUT,
                    UNSUPPORTED,
                    CONTENT_REFUSED,
                    CREDENTIALS,
                    OUT_OF_CREDIT,
                    FAILED,
                    DEADLINE,
                    LOST,
                    CANCELED ->
                    Verdict.NOTHING;
        };
    }

    private static Optional<Duration> told(Submission submission) {
        return switch (submission) {
            case Submission.Refused(var failure) -> failure.retryAfter();
            case Submission.NotSent(var failure) -> failure.retryAfter();
            case Submission.Accepted _,
                    Submission.Finished _,
                    Submission.Ended _,
                    Submission.Unknown _ ->
                    Optional.empty();
        };
    }
}
