package dev.vignette.replicate;

import dev.vignette.provider.Quota;
import dev.vignette.provider.TellsQuota;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How many orders are left, as the headers {@code ratelimit-remaining} and {@code ratelimit-reset}
 * of the last answer to one say. Other calls have a count of their own ("Rate limits").
 */
final class OrderQuota implements TellsQuota {
    private final AtomicReference<Optional<Quota>> last = new AtomicReference<>(Optional.empty());
    private final Clock clock;

    OrderQuota(Clock clock) {
        this.clock = clock;
    }

    /** An order was answered so. */
    void read(Reply.Answered answer) {
        Instant now = clock.instant();
        last.set(
                remaining(answer)
                        .flatMap(left ->
                                ThrottleWait.header(answer, "ratelimit-reset")
                                        .map(reset -> new Quota(left, now.plus(reset)))));
    }

    @Override
    public Optional<Quota> quota() {
        return last.get();
    }

    /** A plain number; read like one of seconds, and never more than a day has. */
    private static Optional<Integer> remaining(Reply.Answered answer) {
        return ThrottleWait.header(answer, "ratelimit-remaining")
                .map(left -> Math.toIntExact(left.toSeconds()));
    }
}
