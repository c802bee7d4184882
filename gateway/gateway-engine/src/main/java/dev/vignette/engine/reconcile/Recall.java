package dev.vignette.engine.reconcile;

import dev.vignette.id.ProductionId;
import dev.vignette.store.Agenda;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;

/**
 * Has a production worked on again, and tells whoever is at it already, after something about it
 * was written.
 *
 * @param agenda gives it out
 * @param signals tells those at work
 */
record Recall(Agenda agenda, Signals signals) {

    /** Its rows have changed. */
    void changed(ProductionId production) {
        agenda.wake(production);
        signals.send(Signal.changed(production));
    }

    /** Its rows have changed, and its job at the provider is worth a look. */
    void found(ProductionId production) {
        changed(production);
        signals.send(Signal.look(production));
    }
}
