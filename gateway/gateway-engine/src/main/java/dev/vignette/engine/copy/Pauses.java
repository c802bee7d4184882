package dev.vignette.engine.copy;

import java.time.Duration;

/** Lets the calling thread wait. */
@FunctionalInterface
public interface Pauses {

    /** Returns when that time has passed; one of zero or less returns at once. */
    void pause(Duration length) throws InterruptedException;

    /** Waits in real time. */
    static Pauses real() {
        return Thread::sleep;
    }
}
