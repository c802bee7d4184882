package dev.vignette.tck.store;

import dev.vignette.id.ProductionId;
import dev.vignette.store.Signal;
import dev.vignette.store.Signals;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** What every {@link Signals} promises as long as nothing breaks. */
public interface SignalsContract {

    /** The signals of one gateway. */
    Signals signals();

    /** The signals of another gateway on the same rows, or of the same where there is but one. */
    Signals others();

    @Test
    default void tellsItsOwnListenersAndThoseOfOthers() {
        Signal changed = Signal.changed(new ProductionId(Purchase.id(ProductionId.PREFIX)));
        Signal look = Signal.look(new ProductionId(Purchase.id(ProductionId.PREFIX)));
        Set<Signal> own = ConcurrentHashMap.newKeySet();
        Set<Signal> elsewhere = ConcurrentHashMap.newKeySet();
        signals().listen(own::add);
        others().listen(elsewhere::add);

        signals().send(changed);
        signals().send(look);

        Set<Signal> both = Set.of(changed, look);
        Eventually.isTrue("its own listener was told", () -> own.equals(both));
        Eventually.isTrue("the other's was told", () -> elsewhere.equals(both));
    }
}
