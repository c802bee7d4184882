package dev.vignette.simulation.check;

import dev.vignette.ledger.Charge;
import dev.vignette.simulation.world.World;
import dev.vignette.store.LedgerEntry;
import java.util.stream.Stream;

/** Reads a world's ledger. */
final class Ledger {
    private Ledger() {}

    static Stream<Charge> of(World world) {
        return world.rows().ledger().after(0, Integer.MAX_VALUE).stream()
                .map(LedgerEntry::line)
                .filter(Charge.class::isInstance)
                .map(Charge.class::cast);
    }
}
