package dev.vignette.storage.rows;

import dev.vignette.tck.store.DepartureContract;

final class SqliteDepartureTest extends SqliteStores implements DepartureContract {}
