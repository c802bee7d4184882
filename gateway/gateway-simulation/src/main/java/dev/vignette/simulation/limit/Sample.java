package dev.vignette.simulation.limit;

import dev.vignette.engine.limit.Closure;
import dev.vignette.engine.limit.GateView;

/**
 * What one second was like.
 *
 * @param second since the story began
 * @param gate how the gate stood at its end
 * @param sent orders sent in it
 * @param refused how many of all orders were refused in it
 */
record Sample(int second, GateView gate, int sent, int refused) {

    /** Whether the gate was closed because of a refusal. */
    boolean closed() {
        return gate.closed().filter(closure -> closure.why() == Closure.Why.THROTTLED).isPresent();
    }

    int limit() {
        return gate.limit().orElseThrow();
    }

    int ceiling() {
        return gate.ceiling().orElseThrow();
    }

    int waiting() {
        return gate.waitingLive() + gate.waitingBatch();
    }
}
