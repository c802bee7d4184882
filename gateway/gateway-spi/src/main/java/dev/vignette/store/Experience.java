package dev.vignette.store;

import dev.vignette.portrait.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was learned of requests that were made before. */
public interface Experience {

    /**
     * How long attempts of that provider took that succeeded, the latest first.
     *
     * @param since those that ended before are left out
     * @param most at most that many
     */
    List<Duration> took(String provider, Kind kind, Instant since, int most);

    /**
     * How many of a client's latest requests bought nothing.
     *
     * @param since those that were made before are left out
     * @param most at most that many are looked at
     */
    Served served(String client, Kind kind, Instant since, int most);

    /**
     * How requests were served.
     *
     * @param requests how many there were
     * @param without how many of them were served from the cache or joined another
     */
    record Served(long requests, long without) {}
}
