package dev.vignette.simulation.health;

import dev.vignette.engine.health.Breaker;
import dev.vignette.engine.health.Breakers;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.simulation.plot.Chart;
import dev.vignette.simulation.plot.Curve;
import dev.vignette.simulation.plot.Mark;
import dev.vignette.simulation.plot.Plot;
import dev.vignette.simulation.plot.Plot.Shade;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Two orders a second, first to one provider and, while its breaker is open, to another. The first
 * goes down for a time, comes back for half of its orders, and is well again.
 */
public final class BreakerTrial {
    private static final PrintStream OUT = System.out;
    private static final String FIRST = "first";
    private static final int SECONDS = 360;
    private static final int ORDERS_A_SECOND = 2;
    private static final int DOWN = 60;
    private static final int HALF_DOWN = 150;
    private static final int WELL = 240;

    private final Ticking clock = new Ticking();
    private final Breakers breakers = new Breakers(clock);
    private final int[] toFirst = new int[SECONDS];
    private final int[] toOther = new int[SECONDS];
    private final int[] failed = new int[SECONDS];
    private final List<Integer> open = new ArrayList<>();
    private int orders;

    private BreakerTrial() {}

    /** Runs the story, writes the plot and says what came of it. */
    public static void draw(Path file) {
        BreakerTrial trial = run();
        try {
            Files.writeString(file, trial.plot());
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file, e);
        }
        OUT.printf(
                "%d orders to the first, %d of them failed, %d to the other; written to %s%n",
                Arrays.stream(trial.toFirst).sum(),
                trial.failures(),
                Arrays.stream(trial.toOther).sum(),
                file);
    }

    /** The whole story. */
    static BreakerTrial run() {
        BreakerTrial trial = new BreakerTrial();
        for (int second = 0; second < SECONDS; second++) {
            trial.second(second);
        }
        return trial;
    }

    /** How many orders the first one failed. */
    int failures() {
        return Arrays.stream(failed).sum();
    }

    /** The picture. */
    String plot() {
        return Plot.of(
                "A breaker over six minutes: who gets the orders",
                SECONDS,
                List.of(
                        new Mark(0, "well"),
                        new Mark(DOWN, "down"),
                        new Mark(HALF_DOWN, "every other order fails"),
                        new Mark(WELL, "well again")),
                new Shade("breaker open", open),
                List.of(
                        new Chart(
                                4,
                                List.of(
                                        new Curve("to the first", "one", listed(toFirst)),
                                        new Curve("of those failed", "two", listed(failed)))),
                        new Chart(
                                4, List.of(new Curve("to the other", "three", listed(toOther))))));
    }

    private void second(int second) {
        for (int i = 0; i < ORDERS_A_SECOND; i++) {
            order(second);
        }
        clock.tick();
        if (breakers.of(FIRST) instanceof Breaker.Open) {
            open.add(second + 1);
        }
    }

    private void order(int second) {
        if (breakers.of(FIRST) instanceof Breaker.Open || !breakers.admits(FIRST)) {
            toOther[second]++;
            return;
        }
        toFirst[second]++;
        orders++;
        boolean fails = second >= DOWN && second < WELL && (second < HALF_DOWN || orders % 2 == 0);
        if (fails) {
            failed[second]++;
        }
        breakers.submitted(FIRST, fails ? refused() : taken());
    }

    private static List<Integer> listed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Submission refused() {
        return new Submission.Refused(
                ProviderFailure.of(FailureKind.UNAVAILABLE, "it cannot serve now"));
    }

    private static Submission taken() {
        return new Submission.Accepted(TaskHandle.of("job"), Duration.ofSeconds(1));
    }

    /** A clock that somebody turns. */
    private static final class Ticking extends Clock {
        private Instant now = Instant.EPOCH;

        void tick() {
            now = now.plusSeconds(1);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("UTC is the only one here");
        }
    }
}
