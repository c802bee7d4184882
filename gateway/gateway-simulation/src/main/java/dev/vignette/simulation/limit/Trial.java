package dev.vignette.simulation.limit;

import dev.vignette.engine.limit.Gate;
import dev.vignette.engine.limit.Gates;
import dev.vignette.engine.limit.Passage;
import dev.vignette.engine.limit.Visitor;
import dev.vignette.engine.surroundings.Accounting;
import dev.vignette.engine.surroundings.Failover;
import dev.vignette.engine.surroundings.Failpoints;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.UnknownOutcome;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.fetch.FetchRules;
import dev.vignette.generation.Priority;
import dev.vignette.money.PriceList;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Limits;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.Scheduler;
import dev.vignette.simulation.time.SimulatedWaits;
import dev.vignette.simulation.time.WallClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The shipped gate in front of a made-up account: five orders a second come, each job takes eight
 * seconds, and what is refused comes again after the time that was asked for.
 */
final class Trial {
    private static final int CEILING = 60;
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(200);
    private static final Duration JOB = Duration.ofSeconds(8);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final SplittableRandom random;
    private final Scheduler scheduler;
    private final Machine machine;
    private final Waits waits;
    private final Gate gate;
    private final List<Sample> samples = new ArrayList<>();
    private int sent;
    private int refused;

    private Trial(long seed) {
        this.random = new SplittableRandom(seed);
        this.scheduler = new Scheduler(random.split());
        this.machine = new Machine("gateway", scheduler);
        this.waits = new SimulatedWaits(machine);
        Surroundings around =
                new Surroundings(
                        Policies.always(Trial::policy),
                        Observations.NONE,
                        new WallClock(scheduler, Duration.ZERO),
                        waits,
                        Failpoints.NONE);
        this.gate = new Gates(around).of(account());
    }

    /** Runs the whole story; the same seed gives the same seconds. */
    static List<Sample> run(long seed) {
        Trial trial = new Trial(seed);
        Thread _ = trial.machine.start("orders", () -> trial.unchecked(trial::orders));
        Thread _ = trial.machine.start("samples", () -> trial.unchecked(trial::samples));
        trial.scheduler.run(Weather.END);
        return List.copyOf(trial.samples);
    }

    private static Policy policy() {
        return new Policy(
                1,
                Map.of("studio", account()),
                Map.of(),
                Map.of(),
                PriceList.EMPTY,
                Duration.ZERO,
                Duration.ZERO,
                Optional.empty(),
                UnknownOutcome.HOLD,
                Optional.empty(),
                Failover.USUAL,
                Accounting.PLAIN,
                false);
    }

    private static ProviderSlot account() {
        FetchRules outputs =
                new FetchRules(List.of(), Set.of(), false, false, 0, 1, Duration.ofSeconds(1));
        return new ProviderSlot(
                new Account(),
                "made-up",
                new Limits(OptionalInt.of(CEILING), OptionalInt.empty(), OptionalInt.empty()),
                outputs);
    }

    private void orders() throws InterruptedException {
        while (true) {
            Thread _ = machine.start("order", () -> unchecked(this::order));
            waits.pause(varied(BETWEEN_ORDERS));
        }
    }

    private void samples() throws InterruptedException {
        for (int second = 1; true; second++) {
            waits.pause(SECOND);
            samples.add(new Sample(second, gate.view(), sent, refused));
            sent = 0;
            refused = 0;
        }
    }

    private void order() throws InterruptedException {
        while (!isTaken()) {
            refused++;
            waits.pause(Weather.RETRY_AFTER);
        }
    }

    private boolean isTaken() throws InterruptedException {
        Passage passage = gate.passage(new Visitor("app", Priority.LIVE, true, () -> false));
        passage.enter();
        try {
            passage.departed();
            sent++;
            Weather weather = Weather.at(Duration.ofNanos(scheduler.now()));
            Duration took = varied(weather.answer());
            waits.pause(took);
            passage.answered(answer(weather), took, Optional.empty());
            if (!weather.refuses()) {
                waits.pause(varied(JOB));
            }
            return !weather.refuses();
        } finally {
            passage.leave();
        }
    }

    private static Submission answer(Weather weather) {
        return weather.refuses()
                ? new Submission.Refused(
                        new ProviderFailure(
                                FailureKind.THROTTLED, "too many", null, Weather.RETRY_AFTER))
                : new Submission.Accepted(TaskHandle.of("job"), SECOND);
    }

    /** A fifth more or less. */
    private Duration varied(Duration length) {
        return Duration.ofMillis((long) (length.toMillis() * (0.8 + random.nextDouble() * 0.4)));
    }

    private interface Waiting {
        void run() throws InterruptedException;
    }

    private void unchecked(Waiting work) {
        try {
            work.run();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts here", e);
        }
    }
}
