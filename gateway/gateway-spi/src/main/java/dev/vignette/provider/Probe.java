package dev.vignette.provider;

import java.util.OptionalDouble;

/** What asking a provider whether it answers came to. Nothing is said of orders. */
public sealed interface Probe {

    /**
     * It answered this account.
     *
     * @param queue how long its queue is by the vendor's own figure, 0 or more; the unit is the
     *     vendor's, so that figures of one provider compare with each other only; empty when it
     *     does not tell
     */
    record Reachable(OptionalDouble queue) implements Probe {}

    /**
     * It did not answer, or refused the account.
     *
     * @param failure why, with the wait it asked for
     */
    record Unreachable(ProviderFailure failure) implements Probe {}

    /** This account has nothing free to ask: nothing was called, nothing follows. */
    record Silent() implements Probe {}
}
