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
 * @param waits lets time pass
 * @param failpoints where tests let the process die
 * @param tracing who follows
 */
public record Surroundings(
        Supplier<Policy> policy,
        Observations observations,
        Clock clock,
        Waits waits,
        Failpoints failpoints,
        Tracing tracing) {

    /** The same while nobody follows. */
    public Surroundings(
            Supplier<Policy> policy,
            Observations observations,
            Clock clock,
            Waits waits,
            Failpoints failpoints) {
        this(policy, observations, clock, waits, failpoints, Tracing.NONE);
    }

    /** What is in force now. */
    public Policy inForce() {
        return policy.get();
    }

    /** In real time, and nobody dies. */
    public static Surroundings real(
            Supplier<Policy> policy, Observations observations, Clock clock) {
        return new Surroundings(policy, observations, clock, Waits.real(), Failpoints.NONE);
    }

    /** This moment has come. */
    public void pass(Failpoint point) {
        failpoints.pass(point);
    }

    /** The time now. */
    public Instant now() {
        return clock.instant();
    }
}
