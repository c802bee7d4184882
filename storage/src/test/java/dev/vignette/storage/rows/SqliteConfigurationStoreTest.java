package dev.vignette.storage.rows;

import dev.vignette.tck.store.ConfigurationStoreContract;

final class SqliteConfigurationStoreTest extends SqliteStores
        implements ConfigurationStoreContract {}
