package dev.vignette.storage.rows;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vignette.store.SendMark;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The mark in a small file in the data directory, beside the database and never part of its
 * backups. It is written at every send, so nobody waits for the disk: it survives the death of the
 * process, and after that of the machine there is an older mark, which is still right.
 */
public final class SendMarkFile implements SendMark, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendMarkFile.class);
    private static final String NAME = "last-send";

    /** As long as any other, so that one write replaces the whole. */
    private static final DateTimeFormatter FORM =
            new DateTimeFormatterBuilder().appendInstant(9).appendLiteral('\n').toFormatter();

    /** Not a channel: one is closed for everybody when a thread that uses it is interrupted. */
    private final RandomAccessFile file;

    private @Nullable Instant last;

    private SendMarkFile(RandomAccessFile file, @Nullable Instant last) {
        this.file = file;
        this.last = last;
    }

    /**
     * Opens the mark in a data directory.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    public static SendMarkFile in(Path dataDirectory) {
        Path path = dataDirectory.resolve(NAME);
        try {
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            return new SendMarkFile(file, read(file, path));
        } catch (IOException e) {
            throw new UncheckedIOException("the mark " + path + " cannot be used", e);
        }
    }

    @Override
    public synchronized void departed(Instant at) {
        if (last != null && !at.isAfter(last)) {
            return;
        }
        try {
            file.seek(0);
            file.write(FORM.format(at).getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of the last send cannot be written", e);
        }
        last = at;
    }

    @Override
    public synchronized Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void forget() {
        try {
            file.setLength(0);
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of the last send cannot be emptied", e);
        }
        last = null;
    }

    @Override
    public synchronized void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the mark of the last send is not closed", e);
        }
    }

    private static @Nullable Instant read(RandomAccessFile file, Path path) throws IOException {
        String line = file.readLine();
        if (line == null) {
            return null;
        }
        try {
            return FORM.parse(line + '\n', Instant::from);
        } catch (DateTimeException e) {
            // The machine died before its disk had it.
            LOG.warn(
                    "{} holds no moment, as after a crash of the machine; it begins anew", path, e);
            return null;
        }
    }
}
