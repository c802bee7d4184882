package dev.vignette.storage.rows;

import dev.vignette.tck.store.PastChargesContract;

final class SqlitePastChargesTest extends SqliteStores implements PastChargesContract {}
