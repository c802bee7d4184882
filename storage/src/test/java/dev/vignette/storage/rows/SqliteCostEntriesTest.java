package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostEntriesContract;

final class SqliteCostEntriesTest extends SqliteStores implements CostEntriesContract {}
