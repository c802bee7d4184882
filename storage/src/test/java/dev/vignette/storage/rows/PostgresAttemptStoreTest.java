package dev.vignette.storage.rows;

import dev.vignette.tck.store.AttemptStoreContract;

final class PostgresAttemptStoreTest extends PostgresStores implements AttemptStoreContract {}
