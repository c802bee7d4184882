package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostLedgerContract;

final class SqliteCostLedgerTest extends SqliteStores implements CostLedgerContract {}
