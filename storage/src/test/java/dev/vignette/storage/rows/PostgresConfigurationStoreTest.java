package dev.vignette.storage.rows;

import dev.vignette.tck.store.ConfigurationStoreContract;

final class PostgresConfigurationStoreTest extends PostgresStores
        implements ConfigurationStoreContract {}
