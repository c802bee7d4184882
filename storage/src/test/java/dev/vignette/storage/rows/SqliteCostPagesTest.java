package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostPagesContract;

final class SqliteCostPagesTest extends SqliteStores implements CostPagesContract {}
