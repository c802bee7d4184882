package dev.vignette.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a download lands, and what is there already of an earlier one that broke. */
public interface Landing {

    /** How far an earlier download came that can be continued, or empty when there is none. */
    Optional<Reached> reached();

    /**
     * Begins with the first byte; whatever was here before is thrown away.
     *
     * @param version by which the server recognises the file when its rest is asked for; {@code
     *     null} when it gave nothing to recognise it by
     */
    OutputStream begin(@Nullable String version) throws IOException;

    /** Goes on after the last byte that is here. */
    OutputStream goOn() throws IOException;

    /**
     * Whether a download of that speed is still wanted. Asked about once a second when the first 15
     * seconds have passed, from another thread; must be quick and must not throw.
     *
     * @param bytesPerSecond the mean over the last 15 seconds
     * @return false to break the download off
     */
    boolean worthWhile(long bytesPerSecond);

    /**
     * How far a download came.
     *
     * @param bytes how much is here, at least 1
     * @param version the server's strong entity tag with its quotation marks, or its date of last
     *     modification, as the server wrote it
     */
    record Reached(long bytes, String version) {}

    /** A sink that takes one file and knows nothing of earlier ones, at any speed. */
    static Landing of(OutputStream sink) {
        return new Landing() {
            @Override
            public Optional<Reached> reached() {
                return Optional.empty();
            }

            @Override
            public OutputStream begin(@Nullable String version) {
                return sink;
            }

            @Override
            public OutputStream goOn() {
                throw new IllegalStateException("nothing is here to go on with");
            }

            @Override
            public boolean worthWhile(long bytesPerSecond) {
                return true;
            }
        };
    }
}
