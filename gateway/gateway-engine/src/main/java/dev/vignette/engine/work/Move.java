package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.Mandate;
import dev.vignette.generation.RoutingRecord;
import dev.vignette.store.Allowance;
import dev.vignette.store.Finish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be done next for a production. */
sealed interface Move {

    /** Something is under way; look again when it changes. */
    record Wait() implements Move {}

    /** Nothing is under way; look again at that moment, or when something changes. */
    record WaitUntil(Instant moment) implements Move {}

    /**
     * Buy.
     *
     * @param attempts to be written down, all preparing
     * @param why why at that provider
     * @param allowance what they may cost in vain, when that is limited
     */
    record Buy(List<Attempt> attempts, RoutingRecord why, Optional<Allowance> allowance)
            implements Move {

        /** Whether it completes a set of which a part was paid and did not come. */
        boolean completes() {
            return attempts.getFirst().mandate() == Mandate.TOP_UP;
        }
    }

    /** Nothing more will come: end it for everybody who waits. */
    record End(Finish finish) implements Move {}

    /** Nothing is left to do. */
    record Rest() implements Move {}
}
