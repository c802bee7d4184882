package dev.vignette.engine.invoice;

import dev.vignette.invoice.InvoiceLine;
import dev.vignette.invoice.InvoiceRefused;
import java.util.function.Consumer;

/** Where an invoice's lines come from. Read once, from the first line to the last. */
public interface InvoiceSource {

    /**
     * Shows every line.
     *
     * @throws InvoiceRefused at the first line that cannot be read
     */
    void read(Consumer<InvoiceLine> lines);
}
