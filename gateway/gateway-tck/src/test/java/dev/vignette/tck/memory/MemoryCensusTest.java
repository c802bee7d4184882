package dev.vignette.tck.memory;

import dev.vignette.store.Census;
import dev.vignette.tck.store.CensusContract;

final class MemoryCensusTest extends MemoryStores implements CensusContract {
    @Override
    public Census census() {
        return rows.census();
    }
}
