package dev.vignette.storage.rows;

import dev.vignette.tck.store.AgendaContract;
import java.time.Clock;

final class PostgresAgendaTest extends PostgresStores implements AgendaContract {

    @Override
    Clock time() {
        return Clock.systemUTC();
    }
}
