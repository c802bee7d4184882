package dev.vignette.tck.memory;

import dev.vignette.id.ProductionId;
import dev.vignette.store.Agenda;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives work out in this process, one virtual thread for each production. */
final class MemoryAgenda implements Agenda {
    private static final System.Logger LOG = System.getLogger(MemoryAgenda.class.getName());

    private final MemoryRows rows;
    private final Duration pause;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<ProductionId, Thread> underWay = new HashMap<>();
    private final Set<Thread> recurring = ConcurrentHashMap.newKeySet();
    private @Nullable Consumer<ProductionId> work;

    MemoryAgenda(MemoryRows rows, Duration pause) {
        this.rows = rows;
        this.pause = pause;
    }

    @Override
    public void begin(Consumer<ProductionId> given) {
        rows.transact(() -> {
            work = given;
            List.copyOf(rows.agenda).forEach(this::wake);
        });
    }

    @Override
    public void wake(ProductionId production) {
        rows.transact(() -> {
            Consumer<ProductionId> given = work;
            boolean wanted = rows.agenda.contains(production) && !underWay.containsKey(production);
            if (given != null && wanted && closed.getCount() > 0) {
                Thread worker = Thread.ofVirtual().unstarted(() -> see(given, production));
                underWay.put(production, worker);
                worker.start();
            }
        });
    }

    /** Works, again and again while it fails, until nothing is left to do. */
    private void see(Consumer<ProductionId> given, ProductionId production) {
        boolean done = false;
        do {
            try {
                given.accept(production);
                done = true;
            } catch (RuntimeException _) {
                done = stopsWithin(pause);
            }
        } while (!done);
        rows.transact(() -> {
            underWay.remove(production);
            if (closed.getCount() > 0 && !rows.leave(production)) {
                wake(production);
            }
        });
    }

    @Override
    public void every(String name, Duration between, Runnable task) {
        Thread thread =
                Thread.ofVirtual()
                        .name(name)
                        .unstarted(() -> {
                            do {
                                attempt(task);
                            } while (!stopsWithin(between));
                        });
        recurring.add(thread);
        thread.start();
    }

    /** Once; what fails is tried again the next time. */
    private static void attempt(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A recurring task failed; it runs again", e);
        }
    }

    /** Whether the agenda is closed before that time is over. */
    private boolean stopsWithin(Duration time) {
        try {
            return closed.await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
        List<Thread> busy =
                rows.transact(() ->
                        Stream.concat(List.copyOf(underWay.values()).stream(), recurring.stream())
                                .toList());
        busy.forEach(Thread::interrupt);
        busy.forEach(MemoryAgenda::join);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
