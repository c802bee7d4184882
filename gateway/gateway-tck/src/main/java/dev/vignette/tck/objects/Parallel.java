package dev.vignette.tck.objects;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** The same done to many things at the same moment, each on its own thread. */
final class Parallel {
    private Parallel() {}

    /** Does it to all and returns the results in order, or throws what the first one threw. */
    static <T, R> List<R> map(List<T> things, Function<T, R> task) {
        var start = new CyclicBarrier(things.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running =
                    things.stream().map(t -> threads.submit(together(start, task, t))).toList();
            return running.stream().map(Parallel::result).toList();
        }
    }

    private static <T, R> Callable<R> together(CyclicBarrier start, Function<T, R> task, T thing) {
        return () -> {
            start.await();
            return task.apply(thing);
        };
    }

    private static <T> T result(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a parallel task failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
