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

    /**
     * A paid job may exist; nobody knows yet.
     *
     * @param startedAt when the permit was used
     * @param until the last moment at which the order can have reached the provider
     * @param note what was seen
     */
    record Unknown(Instant startedAt, Instant until, String note) implements AttemptState {
        @Override
        public String wireName() {
            return "unknown";
        }
    }

    /**
     * As {@link Unknown}, and nobody waits for it any more: an operator may decide. What is found
     * out until then still counts.
     *
     * @param startedAt when the permit was used
     * @param until the last moment at which the order can have reached the provider
     * @param since when it was left to operators
     * @param note what was seen
     */
    record Review(Instant startedAt, Instant until, Instant since, String note)
            implements AttemptState {
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

    /**
     * The provider provably never took it, though it may have been sent. Should a job turn up all
     * the same, that is an attempt of its own.
     */
    record NotAccepted(Instant startedAt, Instant completedAt, String note) implements Ended {
        @Override
        public String wireName() {
            return "not_accepted";
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
