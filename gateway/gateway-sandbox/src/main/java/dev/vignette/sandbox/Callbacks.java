package dev.vignette.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Watches jobs that are to tell somebody when they are over, and tells. */
public final class Callbacks implements AutoCloseable {
    /** Jobs end by the double's clock, which tests set: it cannot be slept until. */
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(10);

    /** After a first pause of a second, six that double end a minute later. */
    private static final int RETRIES = 6;

    private static final Duration LONGEST_HELD = Duration.ofSeconds(30);

    private final Map<String, Expected> expected = new ConcurrentHashMap<>();
    private final List<Told> told = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean watching = new AtomicBoolean();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CallbackLine line = new CallbackLine();
    private final Faults faults;
    private final Pace pace;

    private record Expected(Callback callback, CountDownLatch tried) {}

    /**
     * A call that was made.
     *
     * @param job the job's id
     * @param tries how often it was made
     * @param status the last answer's status, 0 when none came
     */
    record Told(String job, int tries, int status) {}

    Callbacks(Faults faults, Pace pace) {
        this.faults = faults;
        this.pace = pace;
    }

    /**
     * Watches a job. The order's answer is held back as long as {@link
     * CallbackFault#WEBHOOK_BEFORE_ANSWER} wants it.
     */
    public void expect(Callback callback) {
        Expected job = new Expected(callback, new CountDownLatch(1));
        expected.put(callback.job(), job);
        if (watching.compareAndSet(false, true)) {
            threads.execute(this::watch);
        }
        if (faults.strikes(CallbackFault.WEBHOOK_BEFORE_ANSWER)) {
            hold(job.tried());
        }
    }

    /** The jobs that are watched. */
    int waiting() {
        return expected.size();
    }

    /** What was told so far, oldest first. */
    List<Told> told() {
        return List.copyOf(told);
    }

    @Override
    public void close() {
        threads.shutdownNow();
        line.close();
    }

    private void watch() {
        try {
            while (true) {
                expected.values().removeIf(this::isTold);
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the double stops
        }
    }

    private boolean isTold(Expected job) {
        boolean over = job.callback().isOver().getAsBoolean();
        if (over) {
            threads.execute(() -> tell(job));
        }
        return over;
    }

    private void tell(Expected job) {
        try {
            if (faults.strikes(CallbackFault.WEBHOOK_MISSING)) {
                return;
            }
            if (faults.strikes(CallbackFault.WEBHOOK_LATE)) {
                Thread.sleep(pace.webhookDelay());
            }
            List<Callback.Call> calls = job.callback().calls().get();
            deliver(job, calls);
            if (faults.strikes(CallbackFault.WEBHOOK_TWICE)) {
                deliver(job, calls);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the double stops
        } finally {
            job.tried().countDown();
        }
    }

    private void deliver(Expected job, List<Callback.Call> calls) throws InterruptedException {
        for (Callback.Call call : calls) {
            deliver(job, call);
        }
    }

    private void deliver(Expected job, Callback.Call call) throws InterruptedException {
        int most = job.callback().repeated() ? 1 + RETRIES : 1;
        Duration pause = pace.webhookRetry();
        for (int tries = 1; ; tries++) {
            int status = line.send(call);
            job.tried().countDown();
            boolean through = status >= 200 && status < 300;
            if (through || tries == most) {
                told.add(new Told(job.callback().job(), tries, status));
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private static void hold(CountDownLatch tried) {
        try {
            if (!tried.await(LONGEST_HELD.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("the job was not over in time to tell first");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the double stops
        }
    }
}
