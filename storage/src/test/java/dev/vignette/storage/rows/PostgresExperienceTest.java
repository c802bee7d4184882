package dev.vignette.storage.rows;

import dev.vignette.tck.store.ExperienceContract;

final class PostgresExperienceTest extends PostgresStores implements ExperienceContract {}
