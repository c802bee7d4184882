package dev.vignette.storage.rows;

import dev.vignette.tck.store.PastChargesContract;

final class PostgresPastChargesTest extends PostgresStores implements PastChargesContract {}
