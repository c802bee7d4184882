package dev.vignette.storage.rows;

import dev.vignette.tck.store.InvoiceContract;

final class PostgresInvoiceTest extends PostgresStores implements InvoiceContract {}
