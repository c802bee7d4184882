package dev.vignette.storage.rows;

import dev.vignette.tck.store.CostPagesContract;

final class PostgresCostPagesTest extends PostgresStores implements CostPagesContract {}
