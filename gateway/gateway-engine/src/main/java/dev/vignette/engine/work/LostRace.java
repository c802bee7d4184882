package dev.vignette.engine.work;

import dev.vignette.id.AttemptId;

/** Somebody else moved an attempt on; the work has to begin again at what is written. */
final class LostRace extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LostRace(AttemptId attempt) {
        super("somebody else moved " + attempt);
    }
}
