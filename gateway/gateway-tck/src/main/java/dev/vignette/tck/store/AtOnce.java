package dev.vignette.tck.store;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Does something many times at the same moment. */
public final class AtOnce {
    private AtOnce() {}

    /** What each of that many virtual threads got, in the order of their numbers from 0. */
    public static <T> List<T> times(int times, IntFunction<T> action) {
        CountDownLatch start = new CountDownLatch(times);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<T>> results =
                    IntStream.range(0, times)
                            .mapToObj(i ->
                                    threads.submit(() -> {
                                        start.countDown();
                                        start.await();
                                        return action.apply(i);
                                    }))
                            .toList();
            return results.stream().map(AtOnce::result).toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError("one of many failed", e);
        }
    }
}
