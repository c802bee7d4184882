package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostReportsContract;

final class SqliteCostReportsTest extends SqliteStores implements CostReportsContract {}
