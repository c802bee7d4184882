package dev.vignette.storage.rows;

import dev.vignette.tck.store.RetentionStoreContract;

final class SqliteRetentionTest extends SqliteStores implements RetentionStoreContract {}
