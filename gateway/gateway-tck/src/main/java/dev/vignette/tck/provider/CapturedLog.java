package dev.vignette.tck.provider;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/** Everything that this project and its HTTP client log, in every level, until it is closed. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final Logger root;
    private final Level before;

    private CapturedLog(Logger root) {
        this.root = root;
        this.before = root.getLevel();
    }

    static CapturedLog capture() {
        CapturedLog log =
                new CapturedLog((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME));
        log.setContext(log.root.getLoggerContext());
        log.root.setLevel(Level.DEBUG);
        log.root.addAppender(log);
        log.start();
        return log;
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
        if (event.getThrowableProxy() != null) {
            lines.add(event.getThrowableProxy().getMessage());
        }
    }

    String text() {
        return lines.stream().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        root.detachAppender(this);
        root.setLevel(before);
        stop();
    }
}
