package dev.vignette.storage.rows;

import dev.vignette.tck.store.MonthlyFeesContract;

final class PostgresMonthlyFeesTest extends PostgresStores implements MonthlyFeesContract {}
