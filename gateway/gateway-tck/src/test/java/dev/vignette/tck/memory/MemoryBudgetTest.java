package dev.vignette.tck.memory;

import dev.vignette.tck.store.BudgetContract;

final class MemoryBudgetTest extends MemoryStores implements BudgetContract {}
