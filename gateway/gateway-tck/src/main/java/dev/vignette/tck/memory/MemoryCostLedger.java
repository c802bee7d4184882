package dev.vignette.tck.memory;

import dev.vignette.store.CostLedger;
import dev.vignette.store.CostQuery;
import dev.vignette.store.CostRow;
import dev.vignette.store.LedgerEntry;
import java.util.List;
import java.util.stream.Stream;

/** Reads the charges in memory. */
final class MemoryCostLedger implements CostLedger {
    private final MemoryRows rows;

    MemoryCostLedger(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<CostRow> report(CostQuery query) {
        query.groupBy().forEach(CostFact::check);
        List<CostFact> facts =
                rows.transact(() ->
                        Stream.concat(
                                        rows.ledger.stream()
                                                .map(LedgerEntry::charge)
                                                .map(CostFact::of),
                                        rows.generations.values().stream()
                                                .map(GenerationRow::read)
                                                .flatMap(CostFact::saved))
                                .filter(fact -> !fact.at().isBefore(query.from()))
                                .filter(fact -> fact.at().isBefore(query.to()))
                                .toList());
        return CostLines.of(facts, query.groupBy());
    }

    @Override
    public List<LedgerEntry> after(long sequence, int limit) {
        return rows.transact(() ->
                rows.ledger.stream()
                        .filter(entry -> entry.sequence() > sequence)
                        .limit(limit)
                        .toList());
    }
}
