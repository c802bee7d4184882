package dev.vignette.storage.rows;

import dev.vignette.tck.store.GenerationStoreContract;

final class PostgresGenerationStoreTest extends PostgresStores implements GenerationStoreContract {}
