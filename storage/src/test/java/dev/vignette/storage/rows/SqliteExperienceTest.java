package dev.vignette.storage.rows;

import dev.vignette.tck.store.ExperienceContract;

final class SqliteExperienceTest extends SqliteStores implements ExperienceContract {}
