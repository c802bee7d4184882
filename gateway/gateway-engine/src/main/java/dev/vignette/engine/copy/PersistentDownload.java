package dev.vignette.engine.copy;

import dev.vignette.engine.copy.LinkDownload.Outcome;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import dev.vignette.provider.Asset;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the links of a picture until it is there or nothing more is to be hoped for. */
final class PersistentDownload {
    private static final Logger LOG = LoggerFactory.getLogger(PersistentDownload.class);

    private final LinkDownload download;
    private final Lanes lanes;
    private final Clock clock;
    private final Pauses pauses;

    PersistentDownload(LinkDownload download, Lanes lanes, Clock clock, Pauses pauses) {
        this.download = download;
        this.lanes = lanes;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * The picture in the spool, or the outcome of the last try. Holds a lane only while it tries.
     */
    Outcome persist(Picture picture, Asset.Linked source, FetchRules rules)
            throws InterruptedException {
        Patience patience = new Patience(source.expiresAt());
        while (true) {
            Outcome outcome = inLane(picture, source, rules);
            Optional<Duration> pause = patience.next(outcome, clock.instant());
            if (pause.isEmpty()) {
                return outcome;
            }
            if (patience.isFresh()) {
                tell(picture, source, outcome);
            }
            pauses.pause(pause.get());
        }
    }

    private Outcome inLane(Picture picture, Asset.Linked source, FetchRules rules)
            throws InterruptedException {
        lanes.enter(source.expiresAt());
        try {
            Outcome outcome = download.tryOnce(picture.key(), source, rules);
            if (!(outcome instanceof Outcome.Arrived) && Thread.interrupted()) {
                throw new InterruptedException("the download was stopped");
            }
            return outcome;
        } finally {
            lanes.leave();
        }
    }

    private static void tell(Picture picture, Asset.Linked source, Outcome outcome) {
        LOG.warn(
                "Picture {} of {} is not here yet: {}; trying again, its link dies at {}",
                picture.index(),
                picture.production(),
                outcome.note(),
                source.expiresAt());
    }
}
