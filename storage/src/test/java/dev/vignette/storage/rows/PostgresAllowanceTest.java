package dev.vignette.storage.rows;

import dev.vignette.tck.store.AllowanceContract;

final class PostgresAllowanceTest extends PostgresStores implements AllowanceContract {}
