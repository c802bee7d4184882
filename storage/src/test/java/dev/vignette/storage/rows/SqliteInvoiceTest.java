package dev.vignette.storage.rows;

import dev.vignette.tck.store.InvoiceContract;

final class SqliteInvoiceTest extends SqliteStores implements InvoiceContract {}
