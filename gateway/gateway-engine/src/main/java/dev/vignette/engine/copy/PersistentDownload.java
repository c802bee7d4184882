package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Picture;
import dev.vignette.provider.Asset;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tries the links of one picture until it is there or nothing more is to be hoped for. */
final class PersistentDownload {
    private static final Logger LOG = LoggerFactory.getLogger(PersistentDownload.class);

    private final Picture picture;
    private final LinkDownload download;
    private final Lanes lanes;
    private final Renewal renewal;
    private final Surroundings around;
    private final Instant begun;

    PersistentDownload(
            Picture picture,
            LinkDownload download,
            Lanes lanes,
            FreshLinks fresh,
            Surroundings around) {
        this.picture = picture;
        this.download = download;
        this.lanes = lanes;
        this.renewal = new Renewal(picture, fresh);
        this.around = around;
        this.begun = around.now();
    }

    /**
     * The picture in the spool, or the outcome of the last try. Holds a lane only while it tries.
     */
    Outcome persist(Asset.Linked source, FetchRules rules) throws InterruptedException {
        Asset.Linked present = source;
        Patience patience = new Patience(source.expiresAt());
        boolean crawling = false;
        while (true) {
            Outcome outcome = inLane(present, rules, crawling);
            Optional<Duration> pause = patience.next(outcome, around.now());
            Optional<Asset.Linked> other = renewal.after(outcome, present, pause.isEmpty());
            if (other.isPresent()) {
                present = other.get();
                patience = new Patience(present.expiresAt());
                continue;
            }
            if (pause.isEmpty()) {
                return outcome;
            }
            if (patience.isFresh()) {
                tell(present, outcome);
            }
            crawling = outcome instanceof Outcome.Crawling;
            around.waits().pause(pause.get());
        }
    }

    private Outcome inLane(Asset.Linked source, FetchRules rules, boolean crawling)
            throws InterruptedException {
        Life life = new Life(begun, source.expiresAt());
        try (Lanes.Lane lane = lanes.enter(Turn.of(life, crawling))) {
            Outcome outcome = download.tryOnce(source, rules, lane);
            if (!(outcome instanceof Outcome.Arrived) && Thread.interrupted()) {
                throw new InterruptedException("the download was stopped");
            }
            return outcome;
        }
    }

    private void tell(Asset.Linked source, Outcome outcome) {
        LOG.warn(
                "Picture {} of {} is not here yet: {}; trying again, its link dies at {}",
                picture.index(),
                picture.production(),
                outcome.note(),
                source.expiresAt());
    }
}
