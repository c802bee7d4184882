package dev.vignette.store;

import dev.vignette.invoice.CheckedLine;
import dev.vignette.invoice.Finding;
import dev.vignette.invoice.InvoiceCheck;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks of the ledger against invoices, and what they write into it. */
public interface InvoiceChecks {

    /** The check of that id, once it is compared; else empty. */
    Optional<InvoiceCheck> find(String check);

    /** Those made last, latest first, once they are compared. */
    List<InvoiceCheck> latest(int limit);

    /** The lines of a check with one of those findings, after that place, in order. */
    List<CheckedLine> lines(String check, Set<Finding> findings, long after, int limit);

    /** When that month was closed for the provider; empty when it is open. */
    Optional<Instant> closed(String provider, YearMonth month);

    /**
     * Writes into the ledger what makes it agree with the invoice, all or nothing: corrections, and
     * a charge to nobody for each line that has none. Closes the month, if that is wanted.
     */
    Outcome settle(Settlement settlement);

    /**
     * What is to be written, and how.
     *
     * @param check the check; compared, and without ambiguous lines
     * @param at when corrections are made; never within a closed month
     * @param earliest charges are dated by their line, but not before that
     * @param adapter the adapter of the check's provider
     * @param sandbox whether the money is pretended
     * @param close whether the month is closed with it
     * @param entry what the audit trail keeps of it
     */
    record Settlement(
            InvoiceCheck check,
            Instant at,
            Instant earliest,
            String adapter,
            boolean sandbox,
            boolean close,
            AuditEntry entry) {}

    /** What came of settling. */
    enum Outcome {
        /** The ledger agrees with the invoice. */
        DONE,
        /** The ledger was corrected since it was compared: nothing was written. */
        MOVED,
        /** Somebody else has closed the month: nothing was written. */
        CLOSED
    }
}
