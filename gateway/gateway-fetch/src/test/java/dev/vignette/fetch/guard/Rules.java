package dev.vignette.fetch.guard;

import dev.vignette.fetch.FetchRules;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Rules that differ from the strict ones in what a test is about. */
final class Rules {
    private static final Duration TOTAL = Duration.ofSeconds(20);
    private static final long MAX = 1_000_000;

    private Rules() {}

    static FetchRules strict() {
        return new FetchRules(List.of(), Set.of(), false, false, 3, MAX, TOTAL);
    }

    static FetchRules plainHttp() {
        return new FetchRules(List.of(), Set.of(), true, false, 3, MAX, TOTAL);
    }

    static FetchRules loopback() {
        return new FetchRules(List.of(), Set.of(), false, true, 3, MAX, TOTAL);
    }

    static FetchRules large() {
        return new FetchRules(List.of(), Set.of(), false, true, 3, 20 * MAX, TOTAL.multipliedBy(2));
    }

    static FetchRules within(Duration total) {
        return new FetchRules(List.of(), Set.of(), false, true, 10, MAX, total);
    }

    static FetchRules hosts(String... hosts) {
        return new FetchRules(List.of(hosts), Set.of(), false, true, 3, MAX, TOTAL);
    }

    static FetchRules trusting(URI origin) {
        return new FetchRules(List.of(), Set.of(origin), false, false, 3, MAX, TOTAL);
    }
}
