package dev.vignette.server.http.reconciliations;

import dev.vignette.server.invoice.InvoiceColumns;
import java.util.Optional;

/** What the operator says of providers' invoices. */
public interface InvoiceLayouts {

    /** The columns of a configured provider's invoices; empty when there is no such provider. */
    Optional<InvoiceColumns> of(String provider);
}
