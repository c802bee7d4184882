package dev.vignette.storage.rows;

import dev.vignette.store.Census;
import dev.vignette.tck.store.CensusContract;

final class PostgresCensusTest extends PostgresStores implements CensusContract {
    @Override
    public Census census() {
        return rows.census();
    }
}
