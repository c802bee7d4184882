package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostEntriesContract;

final class PostgresCostEntriesTest extends PostgresStores implements CostEntriesContract {}
