package dev.vignette.storage.rows;

import dev.vignette.tck.store.GenerationListContract;

final class PostgresGenerationListTest extends PostgresStores implements GenerationListContract {}
