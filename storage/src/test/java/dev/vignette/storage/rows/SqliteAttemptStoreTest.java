package dev.vignette.storage.rows;

import dev.vignette.tck.store.AttemptStoreContract;

final class SqliteAttemptStoreTest extends SqliteStores implements AttemptStoreContract {}
