package dev.vignette.engine.work;

import dev.vignette.engine.limit.Closure;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.provider.Limits;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import dev.vignette.store.SendMark;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Uses permits to send, each once, in the database and on the mark outside it. */
final class Permits {
    private static final Logger LOG = LoggerFactory.getLogger(Permits.class);

    private final AttemptStore attempts;
    private final SendMark mark;

    Permits(AttemptStore attempts, SendMark mark) {
        this.attempts = attempts;
        this.mark = mark;
    }

    /**
     * Writes the attempt's permit down as used. When the answer of the commit gets lost nothing is
     * sent: a permit that is found used afterwards may be another gateway's.
     *
     * @param sending the attempt in the state {@link AttemptState.Sending}
     * @param limits what the account may do, over all gateways
     */
    Departure use(Attempt sending, Limits limits) {
        Departure departure = attempts.depart(sending, limits);
        if (departure instanceof Departure.Granted
                && sending.state() instanceof AttemptState.Sending(var startedAt)) {
            mark.departed(startedAt);
        }
        return departure;
    }

    /** Keeps all gateways from that account; what cannot be written down, they find out. */
    void close(String provider, Instant since, Closure closure) {
        try {
            attempts.close(provider, since, closure.until());
        } catch (RuntimeException e) {
            LOG.warn("{}: other gateways cannot be told of its pause", provider, e);
        }
    }
}
