package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostReportsContract;

final class PostgresCostReportsTest extends PostgresStores implements CostReportsContract {}
