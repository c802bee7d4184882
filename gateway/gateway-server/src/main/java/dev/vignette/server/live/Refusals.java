package dev.vignette.server.live;

import dev.vignette.portrait.ContentHash;
import dev.vignette.server.settings.Fault;
import dev.vignette.server.settings.StartRefused;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what of the file was refused last, and says it once for each content. */
public final class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Clock clock;
    private final Runnable counted;
    private volatile @Nullable Refused last;

    /**
     * Nothing was refused yet.
     *
     * @param clock tells the time
     * @param counted told of each refusal
     */
    public Refusals(Clock clock, Runnable counted) {
        this.clock = clock;
        this.counted = counted;
    }

    /** What was refused, as long as the file holds it. */
    Optional<Refused> last() {
        return Optional.ofNullable(last);
    }

    /** That content was refused. */
    void add(String text, StartRefused why) {
        ContentHash hash = new Sight.Text(text).hash();
        if (last().filter(before -> before.hash().equals(hash)).isPresent()) {
            return;
        }
        last = new Refused(clock.instant(), hash, why.faults());
        counted.run();
        why.faults().stream()
                .map(Fault::text)
                .forEach(fault ->
                        LOG.error(
                                "the changed configuration is refused, the last good one stays in"
                                        + " force: {}",
                                fault));
    }

    /** The file holds something that can be used. */
    void clear() {
        last = null;
    }
}
