package dev.vignette.fetch.guard;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Looks at a request at intervals and breaks it off when it is too slow to be worth it. */
final class Pace implements Runnable {
    /** Into how many intervals the time is divided over which the mean is taken. */
    static final int LOOKS = 15;

    private final Download download;
    private final Duration span;
    private final Runnable breakOff;
    private final Deque<Long> seen = new ArrayDeque<>();
    private boolean over;

    /**
     * @param span over how long the mean is taken
     * @param breakOff ends the request
     */
    Pace(Download download, Duration span, Runnable breakOff) {
        this.download = download;
        this.span = span;
        this.breakOff = breakOff;
        seen.addLast(download.arrived());
    }

    /** One look; always by the same thread. */
    @Override
    public void run() {
        var now = download.arrived();
        seen.addLast(now);
        if (over || seen.size() <= LOOKS) {
            return;
        }
        var bytes = now - seen.removeFirst();
        if (!download.worthWhile(bytes * 1000 / span.toMillis())) {
            over = true; // the request may take a moment to end
            breakOff.run();
        }
    }
}
