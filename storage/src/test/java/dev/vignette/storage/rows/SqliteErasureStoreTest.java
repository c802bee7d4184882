package dev.vignette.storage.rows;

import dev.vignette.tck.store.ErasureStoreContract;

final class SqliteErasureStoreTest extends SqliteStores implements ErasureStoreContract {}
