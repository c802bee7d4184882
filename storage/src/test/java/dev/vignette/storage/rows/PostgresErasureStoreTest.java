package dev.vignette.storage.rows;

import dev.vignette.tck.store.ErasureStoreContract;

final class PostgresErasureStoreTest extends PostgresStores implements ErasureStoreContract {}
