package dev.vignette.tck.memory;

import dev.vignette.tck.store.RoutingContract;

final class MemoryRoutingTest extends MemoryStores implements RoutingContract {}
