package dev.vignette.engine.copy;

import dev.vignette.engine.work.FreshLinks;
import dev.vignette.generation.Picture;
import dev.vignette.provider.Asset;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider for another link to one picture when the one we have is not honoured. That is a
 * call to the provider, so it is made at every third refusal only; the pauses between the tries
 * grow from half a second to fifteen. A provider whose links never work is believed five times.
 */
final class Renewal {
    static final int EVERY = 3;
    static final int MOST = 5;

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final Picture picture;
    private final FreshLinks fresh;
    private int denied;
    private int asked;
    private int renewed;

    Renewal(Picture picture, FreshLinks fresh) {
        this.picture = picture;
        this.fresh = fresh;
    }

    /**
     * Another link than the present one, or empty to go on with that.
     *
     * @param last whether it would be given up otherwise
     */
    Optional<Asset.Linked> after(Outcome outcome, Asset.Linked present, boolean last) {
        if (!(outcome instanceof Outcome.Denied) || renewed == MOST) {
            return Optional.empty();
        }
        denied++;
        if (denied % EVERY != 0 && !(last && asked == 0)) {
            return Optional.empty();
        }
        asked++;
        Optional<Asset.Linked> other =
                fresh.ask(picture).filter(linked -> !linked.link().equals(present.link()));
        other.ifPresent(this::tell);
        return other;
    }

    private void tell(Asset.Linked other) {
        renewed++;
        LOG.info(
                "Picture {} of {} is fetched by a new link, which dies at {}; the old one is dead",
                picture.index(),
                picture.production(),
                other.expiresAt());
    }
}
