package dev.vignette.storage.rows;

import dev.vignette.tck.store.RetentionStoreContract;

final class PostgresRetentionTest extends PostgresStores implements RetentionStoreContract {}
