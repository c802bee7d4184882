package dev.vignette.engine.invoice;

import dev.vignette.invoice.InvoiceCheck;
import java.time.Instant;

/** What came of comparing. */
public sealed interface InvoiceAnswer {

    /**
     * It is compared; what was to be written is written.
     *
     * @param check what was found
     */
    record Done(InvoiceCheck check) implements InvoiceAnswer {}

    /**
     * Nothing was written: for some lines several charges would do.
     *
     * @param check what was found
     */
    record Unclear(InvoiceCheck check) implements InvoiceAnswer {}

    /** Nothing was written: the ledger was corrected by somebody else meanwhile. */
    record Moved() implements InvoiceAnswer {}

    /**
     * Nothing was read: the month that was to be closed goes on.
     *
     * @param closable when it can be closed
     */
    record NotOver(Instant closable) implements InvoiceAnswer {}

    /** Nothing was written: the month that was to be closed is closed. */
    record ClosedBefore() implements InvoiceAnswer {}
}
