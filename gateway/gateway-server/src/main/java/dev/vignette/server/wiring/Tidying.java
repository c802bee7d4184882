package dev.vignette.server.wiring;

import dev.vignette.engine.copy.Copier;
import dev.vignette.engine.copy.OrphanSweep;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.storage.rows.Rows;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tidies what only this process can: its own spool, and what it saw itself in the store a day
 * before. Begins some time after the start, so that it is in nobody's way then.
 */
public final class Tidying implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    private static final Duration SPOOL_EVERY = Duration.ofMinutes(5);
    private static final int SWEEP_EVERY = 72; // rounds, that is every six hours

    private final Copier copier;
    private final OrphanSweep orphans;
    private final Rows rows;
    private final Thread thread;

    Tidying(Copier copier, OrphanSweep orphans, Rows rows) {
        this.copier = copier;
        this.orphans = orphans;
        this.rows = rows;
        this.thread = Thread.ofVirtual().name("tidying").unstarted(this::run);
    }

    /** Begins. */
    public void begin() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (int round = 0; true; round++) {
                tidy(round);
                Thread.sleep(SPOOL_EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the gateway ends
        }
    }

    private void tidy(int round) throws InterruptedException {
        try {
            copier.tidy(rows.retention());
            if (round % SWEEP_EVERY == 0) {
                orphans.sweep();
            }
        } catch (StoreUnavailable e) {
            LOG.info("The object store cannot be reached; tidying goes on later", e);
        } catch (RuntimeException e) {
            LOG.warn("Tidying failed; it is tried again in {}", SPOOL_EVERY, e);
        }
    }
}
