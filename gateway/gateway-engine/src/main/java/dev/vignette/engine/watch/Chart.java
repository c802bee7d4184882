package dev.vignette.engine.watch;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How many jobs a provider's list shows for each second, ours and others', as far as it was read:
 * what tells how much fits into a call. Not safe for many threads.
 */
final class Chart {
    private final NavigableMap<Long, Integer> jobs = new TreeMap<>();

    /** That span was read, and these are the moments at which its jobs were created. */
    void read(long from, long to, Collection<Instant> created) {
        Map<Long, Integer> counted =
                created.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Instant::getEpochSecond, Collectors.summingInt(_ -> 1)));
        jobs.subMap(from, to).clear();
        jobs.putAll(counted);
    }

    /** How many are known in that span of whole seconds. */
    int count(long from, long to) {
        return jobs.subMap(from, to).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Forgets what nobody will read again. */
    void forgetBefore(long second) {
        jobs.headMap(second).clear();
    }
}
