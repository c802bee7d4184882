package dev.vignette.storage.rows;

import dev.vignette.store.Census;
import dev.vignette.tck.store.CensusContract;

final class SqliteCensusTest extends SqliteStores implements CensusContract {
    @Override
    public Census census() {
        return rows.census();
    }
}
