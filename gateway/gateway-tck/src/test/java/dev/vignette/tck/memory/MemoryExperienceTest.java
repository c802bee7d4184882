package dev.vignette.tck.memory;

import dev.vignette.tck.store.ExperienceContract;

final class MemoryExperienceTest extends MemoryStores implements ExperienceContract {}
