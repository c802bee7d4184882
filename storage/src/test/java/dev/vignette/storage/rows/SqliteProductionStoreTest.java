package dev.vignette.storage.rows;

import dev.vignette.tck.store.ProductionStoreContract;

final class SqliteProductionStoreTest extends SqliteStores implements ProductionStoreContract {}
