package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import dev.vignette.store.SendMark;
import java.util.OptionalInt;

/** Uses permits to send, each once, in the database and on the mark outside it. */
final class Permits {
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
     */
    Departure use(Attempt sending, OptionalInt inFlight) {
        Departure departure = attempts.depart(sending, inFlight);
        if (departure == Departure.GRANTED
                && sending.state() instanceof AttemptState.Sending(var startedAt)) {
            mark.departed(startedAt);
        }
        return departure;
    }
}
