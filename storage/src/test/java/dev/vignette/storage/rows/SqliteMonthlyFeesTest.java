package dev.vignette.storage.rows;

import dev.vignette.tck.store.MonthlyFeesContract;

final class SqliteMonthlyFeesTest extends SqliteStores implements MonthlyFeesContract {}
