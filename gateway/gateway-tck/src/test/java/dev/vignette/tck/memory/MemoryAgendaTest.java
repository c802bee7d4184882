package dev.vignette.tck.memory;

import dev.vignette.store.Agenda;
import dev.vignette.tck.store.AgendaContract;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

final class MemoryAgendaTest extends MemoryStores implements AgendaContract {
    private static final Duration REDO = Duration.ofMillis(20);

    private Agenda agenda = rows.agenda(REDO);

    @Override
    public Agenda agenda() {
        return agenda;
    }

    @Override
    public void reopen() {
        agenda.close();
        agenda = rows.agenda(REDO);
    }

    @AfterEach
    void close() {
        agenda.close();
    }
}
