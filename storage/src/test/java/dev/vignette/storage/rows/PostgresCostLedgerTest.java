package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostLedgerContract;

final class PostgresCostLedgerTest extends PostgresStores implements CostLedgerContract {}
