package dev.vignette.simulation;

import dev.vignette.simulation.Schedule.Verdict;
import dev.vignette.simulation.health.BreakerTrial;
import dev.vignette.simulation.limit.LimitTrial;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The command line: {@code [minutes]} runs new schedules for that long, one minute if it is not
 * said; {@code replay SEED} tells the story of one; {@code limits FILE} draws how a gate behaves,
 * {@code breaker FILE} how a breaker does.
 */
public final class Simulation {
    private static final PrintStream OUT = System.out;
    private static final int FAILED = 1;

    private Simulation() {}

    /** Exits with 1 when an invariant did not hold. */
    public static void main(String... arguments) {
        if (arguments.length == 2 && arguments[0].equals("limits")) {
            LimitTrial.draw(Path.of(arguments[1]));
            return;
        }
        if (arguments.length == 2 && arguments[0].equals("breaker")) {
            BreakerTrial.draw(Path.of(arguments[1]));
            return;
        }
        boolean replay = arguments.length == 2 && arguments[0].equals("replay");
        boolean well =
                replay
                        ? replayed(Long.parseLong(arguments[1]))
                        : ran(arguments.length == 0 ? 1 : Long.parseLong(arguments[0]));
        if (!well) {
            System.exit(FAILED);
        }
    }

    private static boolean replayed(long seed) {
        Verdict verdict = new Campaign().replay(seed);
        verdict.story().forEach(OUT::println);
        OUT.println(verdict.breaches().isEmpty() ? "Everything held." : "What did not hold:");
        verdict.breaches().forEach(breach -> OUT.println("  " + breach));
        return verdict.breaches().isEmpty();
    }

    private static boolean ran(long minutes) {
        long first = System.nanoTime();
        Campaign.Report report = new Campaign().run(first, Duration.ofMinutes(minutes));
        OUT.printf(
                "%d schedules from seed %d on, %d a minute, %d steps; %d broke an invariant%n",
                report.schedules(),
                first,
                report.perMinute(),
                report.steps(),
                report.failures().size());
        report.failures().forEach(Simulation::tell);
        return report.failures().isEmpty();
    }

    private static void tell(Verdict failure) {
        OUT.println("seed " + failure.seed() + ", to be told by: replay " + failure.seed());
        failure.breaches().forEach(breach -> OUT.println("  " + breach));
    }
}
