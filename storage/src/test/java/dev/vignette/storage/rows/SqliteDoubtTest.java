package dev.vignette.storage.rows;

import dev.vignette.tck.store.DoubtContract;

final class SqliteDoubtTest extends SqliteStores implements DoubtContract {}
