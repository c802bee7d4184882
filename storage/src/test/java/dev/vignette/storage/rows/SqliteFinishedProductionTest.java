package dev.vignette.storage.rows;

import dev.vignette.tck.store.FinishedProductionContract;

final class SqliteFinishedProductionTest extends SqliteStores
        implements FinishedProductionContract {}
