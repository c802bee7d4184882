package dev.vignette.storage.rows;

import dev.vignette.ledger.Charge;
import dev.vignette.ledger.Correction;
import dev.vignette.store.CostLedger;
import dev.vignette.store.LedgerEntry;
import java.util.List;
import java.util.Optional;

/** The ledger in its table. */
final class SqlCostLedger implements CostLedger {
    private final Writer writer;
    private final Reader reader;
    private final Runnable grown;

    /**
     * A ledger on these tables.
     *
     * @param grown told after each line that is committed; returns at once
     */
    SqlCostLedger(Writer writer, Reader reader, Runnable grown) {
        this.writer = writer;
        this.reader = reader;
        this.grown = grown;
    }

    @Override
    public List<LedgerEntry> after(long sequence, int limit) {
        return reader.read(session -> ChargeRows.after(session, sequence, limit));
    }

    @Override
    public Optional<Charge> find(String charge) {
        return reader.read(session -> ChargeRows.find(session, charge));
    }

    @Override
    public int correct(List<Correction> corrections) {
        int written = writer.write(session -> ChargeRows.correct(session, corrections));
        if (written > 0) {
            grown.run();
        }
        return written;
    }
}
