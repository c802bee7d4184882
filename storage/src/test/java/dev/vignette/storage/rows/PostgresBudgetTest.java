package dev.vignette.storage.rows;

import dev.vignette.tck.store.BudgetContract;

final class PostgresBudgetTest extends PostgresStores implements BudgetContract {}
