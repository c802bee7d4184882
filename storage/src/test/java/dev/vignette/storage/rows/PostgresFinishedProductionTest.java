package dev.vignette.storage.rows;

import dev.vignette.tck.store.FinishedProductionContract;

final class PostgresFinishedProductionTest extends PostgresStores
        implements FinishedProductionContract {}
