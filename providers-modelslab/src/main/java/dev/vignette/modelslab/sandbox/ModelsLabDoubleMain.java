package dev.vignette.modelslab.sandbox;

import dev.vignette.sandbox.DoubleProcess;

/** ModelsLab's double as a process of its own; see {@link DoubleProcess}. */
public final class ModelsLabDoubleMain {

    private ModelsLabDoubleMain() {}

    /** Runs until the process is ended; the port may be given. */
    public static void main(String[] arguments) throws InterruptedException {
        DoubleProcess.run(new ModelsLabDouble(), arguments);
    }
}
