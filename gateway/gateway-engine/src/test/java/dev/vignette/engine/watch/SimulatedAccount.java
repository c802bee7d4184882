package dev.vignette.engine.watch;

import dev.vignette.engine.ScriptedProvider;
import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * An account at a provider that shows a hundred jobs in a call, 50 to 150 ms away, in simulated
 * time. Jobs take one to four minutes; when one ends the next is ordered.
 */
final class SimulatedAccount implements Waits {
    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final int PER_CALL = 100;
    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration BETWEEN_ORDERS = Duration.ofMillis(25);
    private static final Stand FINISHED = new Stand.Finished(ScriptedProvider.delivery(1));

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final TreeMap<Instant, Job> jobs = new TreeMap<>();
    private final Map<TaskHandle, Long> readAt = new HashMap<>();
    private final List<Long> late = new ArrayList<>();
    private final Deque<Long> calls = new ArrayDeque<>();
    private final Patrol patrol = new Patrol("simulated");
    private final Random random;
    private final CallBudget budget;
    private long now;
    private long numbers;
    private long stepAt;
    private long longestUnread;
    private int most;

    SimulatedAccount(long seed, int callsPerMinute) {
        this.random = new Random(seed);
        this.budget = new CallBudget(OptionalInt.of(callsPerMinute), this);
    }

    /** Somebody else calls the provider that often. */
    void othersCall(Duration every) {
        at(
                every,
                () -> {
                    called(1);
                    budget.spent(1);
                    othersCall(every);
                });
    }

    /** Keeps that many in flight for that long. */
    void run(int inFlight, Duration length) {
        for (int i = 0; i < inFlight; i++) {
            at(BETWEEN_ORDERS.multipliedBy(i), this::order);
        }
        while (now < length.toNanos()) {
            Event next = events.remove();
            now = next.at();
            next.what().run();
        }
    }

    /** How late so many percent of the ends were known at the latest. */
    Duration late(int percent) {
        List<Long> sorted = late.stream().sorted().toList();
        return Duration.ofNanos(sorted.get((sorted.size() - 1) * percent / 100));
    }

    int mostCallsInAMinute() {
        return most;
    }

    /** How long a job that had been read once was not read again, at most. */
    Duration longestUnread() {
        return Duration.ofNanos(longestUnread);
    }

    private void order() {
        Instant createdAt = START.plusNanos(now);
        while (jobs.containsKey(createdAt)) {
            createdAt = createdAt.plusNanos(1);
        }
        TaskHandle task = TaskHandle.of("job-" + numbers++);
        long endsAt = now + random.nextLong(MINUTE, 4 * MINUTE);
        Subject[] subject = new Subject[1];
        subject[0] =
                new Subject(
                        task,
                        createdAt.minusMillis(80),
                        1,
                        () -> known(subject[0], endsAt),
                        now,
                        now);
        jobs.put(createdAt, new Job(task, createdAt, endsAt));
        patrol.add(subject[0], now);
        at(Duration.ofNanos(endsAt - now), this::order);
        stepSoon(Duration.ZERO);
    }

    private void known(Subject subject, long endsAt) {
        late.add(now - endsAt);
        readAt.remove(subject.task());
        patrol.remove(subject);
        patrol.took(1, subject.age(now));
    }

    private void stepSoon(Duration pause) {
        stepAt = now + pause.toNanos();
        long planned = stepAt;
        at(
                pause,
                () -> {
                    if (planned == stepAt) {
                        step();
                    }
                });
    }

    private void step() {
        Patrol.Step step = patrol.next(PER_CALL, budget, now);
        Page page = step.page();
        if (page != null) {
            read(page);
        }
        stepSoon(step.pause());
    }

    private void read(Page page) {
        long asked = now;
        for (Subject subject : page.subjects()) {
            Long before = readAt.put(subject.task(), now);
            longestUnread = Math.max(longestUnread, before == null ? 0 : now - before);
        }
        at(
                oneWay(),
                () -> {
                    Reading reading = shown(page);
                    called(reading.calls());
                    at(
                            oneWay(),
                            () -> {
                                patrol.take(page, reading, budget, asked, now)
                                        .forEach(Runnable::run);
                                stepSoon(Duration.ZERO);
                            });
                });
    }

    private Reading shown(Page page) {
        List<SeenJob> shown =
                jobs
                        .subMap(
                                Instant.ofEpochSecond(page.from()),
                                true,
                                Instant.ofEpochSecond(page.to()),
                                false)
                        .values()
                        .stream()
                        .map(job -> new SeenJob(job.task(), job.createdAt(), stand(job)))
                        .toList();
        return new Reading.Complete(shown, Math.max(1, Math.ceilDiv(shown.size(), PER_CALL)));
    }

    private Stand stand(Job job) {
        return job.endsAt() <= now ? FINISHED : new Stand.Working();
    }

    private void called(int number) {
        for (int i = 0; i < number; i++) {
            calls.add(now);
        }
        while (now - calls.getFirst() > MINUTE) {
            calls.remove();
        }
        most = Math.max(most, calls.size());
    }

    private Duration oneWay() {
        return Duration.ofMillis(random.nextInt(25, 76));
    }

    private void at(Duration later, Runnable what) {
        events.add(new Event(now + later.toNanos(), numbers++, what));
    }

    @Override
    public void await(Lock lock, Condition condition, Duration most) {
        throw new AssertionError("nobody waits here");
    }

    @Override
    public void pause(Duration length) {
        throw new AssertionError("nobody waits here");
    }

    @Override
    public long nanoTime() {
        return now;
    }

    private record Job(TaskHandle task, Instant createdAt, long endsAt) {}

    private record Event(long at, long number, Runnable what) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }
}
