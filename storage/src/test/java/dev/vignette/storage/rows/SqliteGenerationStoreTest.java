package dev.vignette.storage.rows;

import dev.vignette.tck.store.GenerationStoreContract;

final class SqliteGenerationStoreTest extends SqliteStores implements GenerationStoreContract {}
