package dev.vignette.storage.rows;

import dev.vignette.tck.store.ProductionStoreContract;

final class PostgresProductionStoreTest extends PostgresStores implements ProductionStoreContract {}
