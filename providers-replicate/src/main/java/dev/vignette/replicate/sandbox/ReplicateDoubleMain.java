package dev.vignette.replicate.sandbox;

import dev.vignette.sandbox.DoubleProcess;

/** Replicate's double as a process of its own; see {@link DoubleProcess}. */
public final class ReplicateDoubleMain {

    private ReplicateDoubleMain() {}

    /** Runs until the process is ended; the port may be given. */
    public static void main(String[] arguments) throws InterruptedException {
        DoubleProcess.run(new ReplicateDouble(), arguments);
    }
}
