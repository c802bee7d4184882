package dev.vignette.storage.rows;

import dev.vignette.tck.store.GenerationListContract;

final class SqliteGenerationListTest extends SqliteStores implements GenerationListContract {}
