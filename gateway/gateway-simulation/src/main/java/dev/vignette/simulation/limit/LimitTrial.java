package dev.vignette.simulation.limit;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command line of the plot: {@code limits FILE} runs the trial and writes it there. */
public final class LimitTrial {
    private static final PrintStream OUT = System.out;

    /** Any would do; one is kept so that the plot changes only when the gate does. */
    static final long SEED = 22;

    private LimitTrial() {}

    /** Runs the trial, writes the plot and says what came of it. */
    public static void draw(Path file) {
        List<Sample> samples = Trial.run(SEED);
        try {
            Files.writeString(file, LimitPlot.of(samples));
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
        OUT.printf(
                "%d orders, %d refused, closed for %d s; written to %s%n",
                samples.stream().mapToInt(Sample::sent).sum(),
                samples.stream().mapToInt(Sample::refused).sum(),
                samples.stream().filter(Sample::closed).count(),
                file);
    }
}
