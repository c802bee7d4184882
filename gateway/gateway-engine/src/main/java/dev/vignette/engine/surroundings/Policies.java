package dev.vignette.engine.surroundings;

import java.util.Optional;
import java.util.function.Supplier;

/** What the operator decided, now and before. May be asked from many threads at once. */
public interface Policies {

    /** The policy in force now. Two answers in a row may differ: ask once for one decision. */
    Policy inForce();

    /**
     * The policy with that number, as {@link Policy#version} has it. It goes back as far as orders
     * that were sent under it may still run, which is a day; empty when it is older or unknown.
     */
    Optional<Policy> numbered(long version);

    /** One that is always asked for what is in force, whatever its number was. */
    static Policies always(Supplier<Policy> policy) {
        return new Policies() {
            @Override
            public Policy inForce() {
                return policy.get();
            }

            @Override
            public Optional<Policy> numbered(long version) {
                return Optional.of(policy.get());
            }
        };
    }
}
