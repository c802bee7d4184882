package dev.vignette.server.live;

import dev.vignette.server.settings.OperatorFile;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the operator's file by reading it, which works through links, mounts and renames alike,
 * and what other gateways put into force. A content is taken when two looks agree: what somebody is
 * still writing is not.
 */
public final class FileWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
    private static final Duration EVERY = Duration.ofMillis(300);
    private static final int FOLLOW_EVERY = 3; // looks, that is about every second

    private final OperatorFile file;
    private final Configuration configuration;
    private final InForce inForce;
    private final Thread thread;
    private Sight looked;
    private Sight told;
    private boolean failing;

    /**
     * @param file where the file is
     * @param first what was seen of it at start
     * @param configuration told of changes
     * @param inForce follows other gateways
     */
    public FileWatch(OperatorFile file, Sight first, Configuration configuration, InForce inForce) {
        this.file = file;
        this.configuration = configuration;
        this.inForce = inForce;
        this.looked = first;
        this.told = first;
        this.thread = Thread.ofVirtual().name("configuration").unstarted(this::run);
    }

    /** Begins to watch. */
    public void begin() {
        thread.start();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            for (int round = 1; true; round++) {
                Thread.sleep(EVERY);
                attempt(this::look);
                if (round % FOLLOW_EVERY == 0) {
                    attempt(inForce::follow);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the gateway ends
        }
    }

    /** The database may be away for a while; the next round tries again. */
    private void attempt(Runnable task) {
        try {
            task.run();
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.warn("Looking after the configuration failed; it is tried again", e);
            }
            failing = true;
        }
    }

    /** Looks once; tells what was seen twice in a row and was not told before. */
    void look() {
        Sight now = sight();
        boolean agrees = now.equals(looked);
        looked = now;
        if (agrees && !now.equals(told)) {
            configuration.saw(now);
            told = now;
        }
    }

    private Sight sight() {
        try {
            return file.text().<Sight>map(Sight.Text::new).orElseGet(Sight.Missing::new);
        } catch (IOException | RuntimeException e) {
            return new Sight.Unreadable(e.getClass().getSimpleName());
        }
    }
}
