package dev.vignette.fetch.guard;

import dev.vignette.fetch.Landing;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps what arrives in memory, over as many downloads as there are. */
final class PartLanding implements Landing {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Long> paces = new CopyOnWriteArrayList<>();
    private final long slowest;
    private @Nullable String version;

    private PartLanding(long slowest) {
        this.slowest = slowest;
    }

    /** With nothing in it. */
    static PartLanding empty() {
        return new PartLanding(0);
    }

    /** With nothing in it, and for downloads of that speed or more only. */
    static PartLanding wanting(long bytesPerSecond) {
        return new PartLanding(bytesPerSecond);
    }

    /** With the beginning of that version of a file. */
    static PartLanding with(String beginning, String version) {
        var landing = empty();
        landing.begin(version).writeBytes(beginning.getBytes(StandardCharsets.ISO_8859_1));
        return landing;
    }

    String text() {
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    /** The speeds it was asked about. */
    List<Long> paces() {
        return paces;
    }

    @Override
    public Optional<Reached> reached() {
        return bytes.size() == 0 || version == null
                ? Optional.empty()
                : Optional.of(new Reached(bytes.size(), version));
    }

    @Override
    public ByteArrayOutputStream begin(@Nullable String newVersion) {
        bytes.reset();
        version = newVersion;
        return bytes;
    }

    @Override
    public OutputStream goOn() {
        return bytes;
    }

    @Override
    public boolean worthWhile(long bytesPerSecond) {
        paces.add(bytesPerSecond);
        return bytesPerSecond >= slowest;
    }
}
