package dev.vignette.engine.copy;

import java.io.IOException;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How much may lie in the spool. Parts that nobody is writing at the moment make room for those
 * that somebody is: they save time, but no picture depends on them.
 */
final class SpoolQuota {
    private static final double CROWDED = 0.8;

    private final long most;
    private final AtomicLong used = new AtomicLong();
    private final Set<SpoolPart> resting = new LinkedHashSet<>();

    /** That many bytes. */
    SpoolQuota(long most) {
        this.most = most;
    }

    long used() {
        return used.get();
    }

    /** Whether little is left. */
    boolean isCrowded() {
        return used.get() > CROWDED * most;
    }

    /** Whether nothing is left, and nothing makes room. */
    boolean isFull() {
        synchronized (resting) {
            return used.get() >= most && resting.isEmpty();
        }
    }

    /** Takes room, whether there is any or not. */
    void take(long bytes) {
        used.addAndGet(bytes);
    }

    /** Takes room. */
    void reserve(long bytes) throws IOException {
        while (used.addAndGet(bytes) > most) {
            used.addAndGet(-bytes);
            if (!emptyOneThatRests()) {
                throw new SpoolFull();
            }
        }
    }

    /** Gives room back. */
    void release(long bytes) {
        used.addAndGet(-bytes);
    }

    /** Nobody writes to that part for a while; it may be emptied until it is woken. */
    void rest(SpoolPart part) {
        synchronized (resting) {
            resting.add(part);
        }
    }

    /** Somebody writes to that part again. */
    void wake(SpoolPart part) {
        synchronized (resting) {
            resting.remove(part);
        }
    }

    private boolean emptyOneThatRests() throws IOException {
        synchronized (resting) {
            Iterator<SpoolPart> longest = resting.iterator();
            if (!longest.hasNext()) {
                return false;
            }
            SpoolPart part = longest.next();
            longest.remove();
            part.restart();
            return true;
        }
    }
}
