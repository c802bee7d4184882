package dev.vignette.storage.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.vignette.store.LedgerEntry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The file of the cost log and those it was rotated into, which are named after the last sequence
 * they hold. A line that a crash cut off is taken away and written again.
 */
final class CostFile implements AutoCloseable {
    private static final String CURRENT = "cost.jsonl";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final Path folder;
    private final long largest;
    private FileChannel channel;
    private long last;

    /**
     * Opens the log for writing where it ended.
     *
     * @param largest the size in bytes at which the file is rotated
     */
    CostFile(Path folder, long largest) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.largest = largest;
        this.channel = open();
        this.last = lastWritten();
    }

    /** The last sequence that was written, or 0. */
    long last() {
        return last;
    }

    /** Adds charges, on the disk when it returns. */
    void add(List<LedgerEntry> entries) throws IOException {
        StringBuilder lines = new StringBuilder();
        entries.forEach(entry -> lines.append(CostLine.of(entry)).append('\n'));
        ByteBuffer bytes = ByteBuffer.wrap(lines.toString().getBytes(UTF_8));
        long before = channel.size();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException e) {
            channel.truncate(before);
            throw e;
        }
        last = entries.getLast().sequence();
        if (channel.size() >= largest) {
            rotate();
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private FileChannel open() throws IOException {
        return FileChannel.open(
                folder.resolve(CURRENT), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private void rotate() throws IOException {
        channel.close();
        Files.move(folder.resolve(CURRENT), folder.resolve("cost-%019d.jsonl".formatted(last)));
        channel = open();
    }

    private long lastWritten() throws IOException {
        try (FileChannel file =
                FileChannel.open(
                        folder.resolve(CURRENT),
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            long end = endOfLineBefore(file, file.size());
            file.truncate(end);
            return end == 0 ? lastRotated() : sequence(file, endOfLineBefore(file, end - 1), end);
        }
    }

    /** Where the last whole line before that place ends, or 0. */
    private static long endOfLineBefore(FileChannel file, long place) throws IOException {
        ByteBuffer one = ByteBuffer.allocate(1);
        for (long i = place; i > 0; i--) {
            file.read(one.clear(), i - 1);
            if (one.get(0) == '\n') {
                return i;
            }
        }
        return 0;
    }

    private static long sequence(FileChannel file, long from, long to) throws IOException {
        ByteBuffer line = ByteBuffer.allocate(Math.toIntExact(to - from));
        file.read(line, from);
        try {
            return MAPPER.readTree(line.array()).path("sequence").longValue();
        } catch (JsonProcessingException e) {
            throw new IOException("the last line of " + CURRENT + " is not one of the cost log", e);
        }
    }

    private long lastRotated() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("cost-\\d{19}\\.jsonl"))
                    .mapToLong(name -> Long.parseLong(name.substring(5, 24)))
                    .max()
                    .orElse(0);
        }
    }
}
