package dev.vignette.storage.rows;

import dev.vignette.tck.store.AllowanceContract;

final class SqliteAllowanceTest extends SqliteStores implements AllowanceContract {}
