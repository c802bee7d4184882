package dev.vignette.generation;

import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.TaskHandle;
import java.time.Instant;

/**
 * Where one attempt to buy stands. Each state carries only what is known by then.
 *
 * <p>Only the step from {@link Preparing} to {@link Sending} permits the call that costs money, and
 * an attempt takes it at most once in its life.
 */
public sealed interface AttemptState {

    /** The name on the wire, for example {@code not_sent}. */
    String wireName();

    /** An attempt that nothing more will happen to by itself. */
    sealed interface Ended extends AttemptState {
        /** When it ended. */
        Instant completedAt();
    }

    /** Written down; nothing was sent. */
    record Preparing() implements AttemptState {
        @Override
        public String wireName() {
            return "preparing";
        }
    }

    /**
     * The permit to send is used up. Found after a restart, it means that nobody knows the outcome.
     */
    record Sending(Instant startedAt) implements AttemptState {
        @Override
        public String wireName() {
            return "sending";
        }
    }

    /** The provider has it. */
    record Accepted(Instant startedAt, TaskHandle task) implements AttemptState {
        @Override
        public String wireName() {
            return "accepted";
        }
    }

    /** A paid job may exist; nobody knows yet. */
    record Unknown(Instant startedAt, String note) implements AttemptState {
        @Override
        public String wireName() {
            return "unknown";
        }
    }

    /** As {@link Unknown}, and nothing more is tried by itself: an operator has to look. */
    record Review(Instant startedAt, Instant since, String note) implements AttemptState {
        @Override
        public String wireName() {
            return "review";
        }
    }

    /** The provider delivered. */
    record Succeeded(Instant startedAt, Instant completedAt, TaskHandle task) implements Ended {
        @Override
        public String wireName() {
            return "succeeded";
        }
    }

    /** The job ran, or was taken, and failed. */
    record Failed(Instant startedAt, Instant completedAt, TaskHandle task, ProviderFailure failure)
            implements Ended {
        @Override
        public String wireName() {
            return "failed";
        }
    }

    /** The job was stopped. */
    record Canceled(
            Instant startedAt, Instant completedAt, TaskHandle task, ProviderFailure failure)
            implements Ended {
        @Override
        public String wireName() {
            return "canceled";
        }
    }

    /** The provider refused the order: no job exists. */
    record Refused(Instant startedAt, Instant completedAt, ProviderFailure failure)
            implements Ended {
        @Override
        public String wireName() {
            return "refused";
        }
    }

    /** Provably nothing was sent. */
    record NotSent(Instant completedAt, ProviderFailure failure) implements Ended {
        @Override
        public String wireName() {
            return "not_sent";
        }
    }

    /** An operator gave it up. */
    record WrittenOff(Instant startedAt, Instant completedAt, String note) implements Ended {
        @Override
        public String wireName() {
            return "written_off";
        }
    }
}
