package dev.vignette.storage.rows;

import dev.vignette.tck.store.RoutingContract;

final class SqliteRoutingTest extends SqliteStores implements RoutingContract {}
