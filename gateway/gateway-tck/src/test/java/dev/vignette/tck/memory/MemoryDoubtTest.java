package dev.vignette.tck.memory;

import dev.vignette.tck.store.DoubtContract;

final class MemoryDoubtTest extends MemoryStores implements DoubtContract {}
