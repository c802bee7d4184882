package dev.vignette.engine.watch;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.provider.Delivery;
import java.time.Duration;
import java.util.Optional;

/**
 * One worker's end of the watch: its job can be given into care from here, as long as it is in
 * flight. Used by that worker alone.
 */
public final class Post {
    /** Not seen for that long, a job is looked at alone. */
    private static final Duration LATELY = Duration.ofSeconds(15);

    private final AccountWatch account;
    private final Subject subject;
    private final Waits waits;
    private boolean given;
    private long lookedAt;

    Post(AccountWatch account, Subject subject, Waits waits) {
        this.account = account;
        this.subject = subject;
        this.waits = waits;
        this.lookedAt = waits.nanoTime();
    }

    /** Gives the job into care, unless it is already. */
    public void give() {
        if (!given) {
            given = true;
            account.add(subject);
        }
    }

    /** Whether it has been given into care. */
    public boolean given() {
        return given;
    }

    /**
     * Whether the watch can be relied on: the list has shown the job lately, and it was looked at
     * alone within that time, for a list may show what was.
     *
     * @param net how rarely a job is looked at alone all the same
     */
    public boolean reliable(Duration net) {
        return given
                && waits.nanoTime() - lookedAt < net.toNanos()
                && account.sees(subject, LATELY);
    }

    /** It was looked at alone. */
    public void looked() {
        lookedAt = waits.nanoTime();
    }

    /** What it delivered, as the list shows it; empty when that is not known from there. */
    public Optional<Delivery> delivery() {
        return account.delivery(subject);
    }

    /** It has delivered: how long that took is remembered. */
    public void delivered() {
        account.took(subject.pictures(), subject.age(waits.nanoTime()));
    }

    /** It is not in flight any more, or somebody else sees to it. */
    public void leave() {
        account.remove(subject);
    }
}
