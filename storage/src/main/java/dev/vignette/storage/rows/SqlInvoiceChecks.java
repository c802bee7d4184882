package dev.vignette.storage.rows;

import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import dev.vignette.store.InvoiceChecks;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks of invoices in tables, and what they write into the ledger. */
final class SqlInvoiceChecks implements InvoiceChecks {
    private final Writer writer;
    private final Reader reader;
    private final Runnable grown;

    /**
     * Checks in these tables.
     *
     * @param grown told after lines of the ledger are committed; returns at once
     */
    SqlInvoiceChecks(Writer writer, Reader reader, Runnable grown) {
        this.writer = writer;
        this.reader = reader;
        this.grown = grown;
    }

    @Override
    public Optional<InvoiceCheck> find(String check) {
        return reader.readTogether(session -> InvoiceCheckRows.find(session, check));
    }

    @Override
    public List<InvoiceCheck> latest(int limit) {
        return reader.readTogether(session -> InvoiceCheckRows.latest(session, limit));
    }

    @Override
    public List<CheckedLine> lines(String check, Set<Finding> findings, long after, int limit) {
        return findings.isEmpty()
                ? List.of()
                : reader.read(
                        session -> InvoiceLineRows.list(session, check, findings, after, limit));
    }

    @Override
    public Optional<Instant> closed(String provider, YearMonth month) {
        return reader.read(session -> closed(session, provider, month));
    }

    static Optional<Instant> closed(Session session, String provider, YearMonth month) {
        return session.first(
                "SELECT closed_at FROM closed_months WHERE provider = ? AND month = ?",
                row -> row.instant("closed_at"),
                provider,
                month.toString());
    }

    @Override
    public Outcome settle(Settlement settlement) {
        InvoiceSettling settling = new InvoiceSettling(settlement);
        Outcome outcome = writer.write(session -> settle(session, settlement, settling));
        if (outcome == Outcome.DONE) {
            grown.run();
        }
        return outcome;
    }

    /** The audit trail is locked before the ledger, which everybody locks last. */
    private static Outcome settle(
            Session session, Settlement settlement, InvoiceSettling settling) {
        session.lock("audit");
        session.lock("ledger");
        if (settling.moved(session)) {
            return Outcome.MOVED;
        }
        if (settlement.close() && settling.closed(session)) {
            return Outcome.CLOSED;
        }
        SqlAuditTrail.add(session, settlement.entry());
        settling.end(session, settling.write(session));
        return Outcome.DONE;
    }
}
