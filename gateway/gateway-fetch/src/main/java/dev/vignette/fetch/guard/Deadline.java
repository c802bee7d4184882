package dev.vignette.fetch.guard;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** The moment by which a fetch has to be over, on a clock that never jumps. */
final class Deadline {
    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    static Deadline in(Duration total) {
        return new Deadline(System.nanoTime() + total.toNanos());
    }

    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** What is left, never zero. */
    Duration left() throws SocketTimeoutException {
        var left = end - System.nanoTime();
        if (left <= 0) {
            throw new SocketTimeoutException("the deadline is over");
        }
        return Duration.ofNanos(left);
    }
}
