package dev.vignette.storage.rows;

import dev.vignette.tck.store.DoubtContract;

final class PostgresDoubtTest extends PostgresStores implements DoubtContract {}
