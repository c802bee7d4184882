package dev.vignette.engine.surroundings;

import dev.vignette.generation.Attempt;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * What every part of the engine lives in.
 *
 * @param policies what the operator decided, now and before
 * @param observations who looks on
 * @param clock tells the time
 * @param waits lets time pass
 * @param failpoints where tests let the process die
 * @param tracing who follows
 */
public record Surroundings(
        Policies policies,
        Observations observations,
        Clock clock,
        Waits waits,
        Failpoints failpoints,
        Tracing tracing) {

    /** The same while nobody follows. */
    public Surroundings(
            Policies policies,
            Observations observations,
            Clock clock,
            Waits waits,
            Failpoints failpoints) {
        this(policies, observations, clock, waits, failpoints, Tracing.NONE);
    }

    /** What is in force now. */
    public Policy inForce() {
        return policies.inForce();
    }

    /** What was in force when the attempt was planned or sent; what is in force if that is over. */
    public Policy of(Attempt attempt) {
        return policies.numbered(attempt.settings()).orElseGet(policies::inForce);
    }

    /**
     * The account the attempt was sent to, or will be. As it was then, so that what is out stays
     * where it is; as it is now, when that is not known any more; empty when there is none.
     */
    public Optional<ProviderSlot> slot(Attempt attempt) {
        return Optional.ofNullable(of(attempt).providers().get(attempt.provider()))
                .or(() ->
                        Optional.ofNullable(
                                policies.inForce().providers().get(attempt.provider())));
    }

    /** In real time, and nobody dies. */
    public static Surroundings real(Policies policies, Observations observations, Clock clock) {
        return new Surroundings(policies, observations, clock, Waits.real(), Failpoints.NONE);
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
