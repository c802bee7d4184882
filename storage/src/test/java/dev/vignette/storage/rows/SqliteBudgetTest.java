package dev.vignette.storage.rows;

import dev.vignette.tck.store.BudgetContract;

final class SqliteBudgetTest extends SqliteStores implements BudgetContract {}
