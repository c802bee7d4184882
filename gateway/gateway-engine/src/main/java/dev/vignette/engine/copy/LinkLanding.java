package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.fetch.Landing;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the file behind one link lands: a part in the spool that outlives a broken download. It
 * belongs to that very link, for another one may serve another file under the same version.
 */
final class LinkLanding implements Landing, AutoCloseable {
    /** Below that a download is not worth a lane that another picture waits for. */
    private static final long LEAST_BYTES_PER_SECOND = 4_000;

    private final SpoolPart part;
    private final Throughput throughput;
    private final Surroundings around;
    private @Nullable String version;
    private volatile Lanes.@Nullable Lane lane;
    private volatile boolean crawled;

    LinkLanding(SpoolPart part, Throughput throughput, Surroundings around) {
        this.part = part;
        this.throughput = throughput;
        this.around = around;
    }

    /** A download into it begins, in that lane. */
    void occupy(Lanes.Lane ofDownload) {
        part.wake();
        lane = ofDownload;
        crawled = false;
    }

    /** The download is over, and it may go on later. */
    void leave() {
        lane = null;
        part.rest();
    }

    /** Whether the last download gave its lane up. */
    boolean crawled() {
        return crawled;
    }

    SpoolPart part() {
        return part;
    }

    @Override
    public Optional<Reached> reached() {
        return version == null || part.bytes() == 0
                ? Optional.empty()
                : Optional.of(new Reached(part.bytes(), version));
    }

    @Override
    public OutputStream begin(@Nullable String ofServer) throws IOException {
        part.restart();
        version = ofServer;
        return measured();
    }

    @Override
    public OutputStream goOn() {
        return measured();
    }

    @Override
    public boolean worthWhile(long bytesPerSecond) {
        Lanes.Lane held = lane;
        if (bytesPerSecond >= LEAST_BYTES_PER_SECOND || held == null || !held.wanted()) {
            return true;
        }
        crawled = true;
        return false;
    }

    @Override
    public void close() throws IOException {
        part.close();
    }

    private OutputStream measured() {
        return new FilterOutputStream(part) {
            @Override
            public void write(byte[] buffer, int offset, int length) throws IOException {
                out.write(buffer, offset, length);
                throughput.arrived(length);
                around.pass(Failpoint.C11);
            }
        };
    }
}
