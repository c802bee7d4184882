package dev.vignette.simulation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;

final class SchedulerTest {
    private static final Duration LONG = Duration.ofDays(1);

    private final List<String> seen = new ArrayList<>();

    @Test
    void letsTimeJumpToTheNextAlarm() {
        Scheduler scheduler = scheduler(1);
        Machine machine = new Machine("machine", scheduler);

        machine.start(
                "sleeper",
                () -> {
                    sleep(machine, Duration.ofHours(7));
                    seen.add("awake at " + Duration.ofNanos(scheduler.now()));
                });
        scheduler.run(LONG);

        assertThat(seen).containsExactly("awake at PT7H");
    }

    @Test
    void takesTheSameStepsForTheSameSeed() {
        List<String> first = crowd(7);

        List<String> second = crowd(7);

        assertThat(second).isEqualTo(first);
        assertThat(crowd(8)).isNotEqualTo(first);
    }

    @Test
    void neverRunsAStepOfAKilledMachine() {
        Scheduler scheduler = scheduler(1);
        Machine machine = new Machine("machine", scheduler);
        machine.start(
                "victim",
                () -> {
                    seen.add("before");
                    sleep(machine, Duration.ofSeconds(2));
                    seen.add("after");
                });

        scheduler.after(Duration.ofSeconds(1), machine::kill);
        scheduler.run(LONG);

        assertThat(seen).containsExactly("before");
    }

    @Test
    void letsTimeGoOnWithoutAFrozenMachine() {
        Scheduler scheduler = scheduler(1);
        Machine machine = new Machine("machine", scheduler);
        machine.start(
                "sleeper",
                () -> {
                    sleep(machine, Duration.ofSeconds(2));
                    seen.add("awake at " + Duration.ofNanos(scheduler.now()));
                });

        scheduler.after(Duration.ofSeconds(1), () -> machine.freeze(Duration.ofMinutes(1)));
        scheduler.run(LONG);

        assertThat(seen).containsExactly("awake at PT1M1S");
    }

    @Test
    void wakesWhoeverWaitsForASignalWhenHisTimeIsOver() {
        Scheduler scheduler = scheduler(1);
        Machine machine = new Machine("machine", scheduler);
        ReentrantLock lock = new ReentrantLock();
        Condition never = lock.newCondition();

        machine.start(
                "waiter",
                () -> {
                    await(machine, lock, never);
                    seen.add("gave up at " + Duration.ofNanos(scheduler.now()));
                });
        scheduler.run(LONG);

        assertThat(seen).containsExactly("gave up at PT3S");
    }

    private List<String> crowd(long seed) {
        Scheduler scheduler = scheduler(seed);
        Machine machine = new Machine("machine", scheduler);
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            String name = "thread " + i;
            machine.start(
                    name,
                    () -> {
                        order.add(name);
                        Machine.giveWay();
                        Thread.startVirtualThread(() -> order.add("child of " + name));
                    });
        }
        scheduler.run(LONG);
        return order;
    }

    private static Scheduler scheduler(long seed) {
        return new Scheduler(new SplittableRandom(seed));
    }

    private static void sleep(Machine machine, Duration length) {
        try {
            new SimulatedWaits(machine).pause(length);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(Machine machine, ReentrantLock lock, Condition condition) {
        lock.lock();
        try {
            new SimulatedWaits(machine).await(lock, condition, Duration.ofSeconds(3));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }
}
