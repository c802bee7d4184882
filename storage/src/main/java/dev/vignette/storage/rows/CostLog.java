package dev.vignette.storage.rows;

import dev.vignette.store.CostLedger;
import dev.vignette.store.LedgerEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies the ledger into {@code logs/cost.jsonl}, one line per charge in the order of the ledger
 * and without gaps, also over restarts: it goes on after the last line it finds. The ledger is the
 * truth; a log that cannot be written holds nobody up and catches up later.
 */
public final class CostLog implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CostLog.class);
    private static final long LARGEST_FILE = 64L * 1024 * 1024;
    private static final int BATCH = 500;
    private static final Duration SWEEP = Duration.ofSeconds(5);

    private final CostLedger ledger;
    private final CostFile file;
    private final Semaphore nudges = new Semaphore(0);
    private final Thread thread;
    private volatile boolean closing;
    private boolean failing;

    /**
     * Opens the log under a data directory and begins to write what it lacks.
     *
     * @throws UncheckedIOException when it cannot be written at all
     */
    public CostLog(Path dataDirectory, CostLedger ledger) {
        this(dataDirectory, ledger, LARGEST_FILE);
    }

    /** As above, rotated at another size in bytes. */
    CostLog(Path dataDirectory, CostLedger ledger, long largestFile) {
        this.ledger = ledger;
        this.file = open(dataDirectory.resolve("logs"), largestFile);
        this.thread = Thread.ofPlatform().name("cost-log").daemon().start(this::run);
    }

    /** Says that the ledger has grown. Returns at once. */
    public void nudge() {
        nudges.release();
    }

    /** Writes what is in the ledger by now and stops. */
    @Override
    public void close() {
        closing = true;
        nudge();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the cost log is not closed", e);
        }
    }

    private static CostFile open(Path folder, long largestFile) {
        try {
            return new CostFile(folder, largestFile);
        } catch (IOException e) {
            throw new UncheckedIOException("the cost log in " + folder + " cannot be used", e);
        }
    }

    private void run() {
        boolean last = false;
        while (!last) {
            last = closing;
            catchUp();
            if (!last) {
                await();
            }
        }
    }

    private void await() {
        try {
            if (nudges.tryAcquire(SWEEP.toMillis(), TimeUnit.MILLISECONDS)) {
                nudges.drainPermits();
            }
        } catch (InterruptedException _) {
            closing = true;
        }
    }

    private void catchUp() {
        try {
            List<LedgerEntry> entries = ledger.after(file.last(), BATCH);
            while (!entries.isEmpty()) {
                file.add(entries);
                entries = ledger.after(file.last(), BATCH);
            }
            failing = false;
        } catch (IOException | RuntimeException e) {
            warnOnce(e);
        }
    }

    private void warnOnce(Exception cause) {
        if (!failing) {
            failing = true;
            LOG.warn("The cost log cannot be written; it is tried again every {}", SWEEP, cause);
        }
    }
}
