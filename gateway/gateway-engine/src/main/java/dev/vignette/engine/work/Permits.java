package dev.vignette.engine.work;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.Departure;
import dev.vignette.store.SendMark;
import java.util.Optional;
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
     * Writes the attempt's permit down as used.
     *
     * @param sending the attempt in the state {@link AttemptState.Sending}
     */
    Departure use(Attempt sending, OptionalInt inFlight) {
        Departure departure = written(sending, inFlight);
        if (departure == Departure.GRANTED
                && sending.state() instanceof AttemptState.Sending(var startedAt)) {
            mark.departed(startedAt);
        }
        return departure;
    }

    /** A commit whose answer got lost is looked up before anybody acts on it. */
    private Departure written(Attempt sending, OptionalInt inFlight) {
        try {
            return attempts.depart(sending, inFlight);
        } catch (RuntimeException e) {
            if (attempts.find(sending.id()).equals(Optional.of(sending))) {
                return Departure.GRANTED;
            }
            throw e;
        }
    }
}
