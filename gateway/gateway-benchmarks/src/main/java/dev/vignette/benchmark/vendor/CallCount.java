package dev.vignette.benchmark.vendor;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Json;
import java.util.ArrayDeque;
import java.util.Deque;

/** Counts the calls that come in, and refuses those that are too many for the last minute. */
final class CallCount {
    private static final long MINUTE = 60_000_000_000L;

    private final Deque<Long> lastMinute = new ArrayDeque<>();
    private final int limit;
    private int most;
    private long admitted;
    private long refused;
    private long looks;
    private long lists;

    CallCount(int limit) {
        this.limit = limit;
    }

    /** Whether there is room for one more. */
    synchronized boolean admits() {
        long now = System.nanoTime();
        while (!lastMinute.isEmpty() && now - lastMinute.getFirst() > MINUTE) {
            lastMinute.removeFirst();
        }
        if (lastMinute.size() >= limit) {
            refused++;
            return false;
        }
        lastMinute.add(now);
        most = Math.max(most, lastMinute.size());
        admitted++;
        return true;
    }

    synchronized void looked() {
        looks++;
    }

    synchronized void listed() {
        lists++;
    }

    synchronized ObjectNode show() {
        return Json.object()
                .put("calls", admitted)
                .put("refused", refused)
                .put("looks", looks)
                .put("lists", lists)
                .put("most_in_a_minute", most);
    }
}
