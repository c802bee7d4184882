package dev.vignette.tck.memory;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.store.CostLedger;
import dev.vignette.store.LedgerEntry;
import java.util.List;
import java.util.Optional;

/** The ledger in memory. */
final class MemoryCostLedger implements CostLedger {
    private final MemoryRows rows;

    MemoryCostLedger(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<LedgerEntry> after(long sequence, int limit) {
        return rows.transact(() ->
                rows.ledger.stream()
                        .filter(entry -> entry.sequence() > sequence)
                        .limit(limit)
                        .toList());
    }

    @Override
    public Optional<Charge> find(String charge) {
        return rows.transact(() ->
                rows.ledger.stream()
                        .map(LedgerEntry::line)
                        .filter(Charge.class::isInstance)
                        .map(Charge.class::cast)
                        .filter(line -> line.id().equals(charge))
                        .findFirst());
    }

    @Override
    public int correct(List<Correction> corrections) {
        return rows.transact(
                () -> (int) corrections.stream().filter(this::isNew).peek(this::add).count());
    }

    private boolean isNew(Correction correction) {
        return rows.ledger.stream()
                .map(LedgerEntry::line)
                .noneMatch(line ->
                        line instanceof Correction made && made.key().equals(correction.key()));
    }

    private void add(Correction correction) {
        rows.write(correction);
    }
}
