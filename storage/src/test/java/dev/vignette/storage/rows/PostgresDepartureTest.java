package dev.vignette.storage.rows;

import dev.vignette.tck.store.DepartureContract;

final class PostgresDepartureTest extends PostgresStores implements DepartureContract {}
