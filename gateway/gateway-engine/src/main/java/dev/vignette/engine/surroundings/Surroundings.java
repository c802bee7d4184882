package dev.vignette.engine.surroundings;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * What every part of the engine lives in.
 *
 * @param policy what the operator decided, as it is in force at the moment of asking
 * @param observations who looks on
 * @param clock tells the time
 */
public record Surroundings(Supplier<Policy> policy, Observations observations, Clock clock) {

    /** What is in force now. */
    public Policy inForce() {
        return policy.get();
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }
}
