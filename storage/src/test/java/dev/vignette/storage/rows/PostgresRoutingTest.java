package dev.vignette.storage.rows;

import dev.vignette.tck.store.RoutingContract;

final class PostgresRoutingTest extends PostgresStores implements RoutingContract {}
