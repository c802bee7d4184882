package dev.vignette.engine.work;

import dev.vignette.portrait.CacheKey;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Lets identical requests of this process pass one after the other, and the end of what they share
 * never in between: of a thousand callers only the first prepares a purchase, and none who just
 * missed its end begins another. Between processes the database decides.
 */
public final class Flights {
    private static final int STRIPES = 256;

    private final Lock[] locks = new Lock[STRIPES];
    private final Consumer<CacheKey> landed;

    /**
     * Nobody is under way.
     *
     * @param landed told the key of what has ended, before anybody else may begin with that key
     */
    public Flights(Consumer<CacheKey> landed) {
        this.landed = landed;
        for (int i = 0; i < STRIPES; i++) {
            locks[i] = new ReentrantLock();
        }
    }

    /** Does the work while nobody else does any for the same key. */
    public <T> T oneAtATime(CacheKey key, Supplier<T> work) {
        Lock lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Does the work that ends what identical requests share. */
    <T> T land(CacheKey key, Supplier<T> work) {
        return oneAtATime(
                key,
                () -> {
                    T ended = work.get();
                    landed.accept(key);
                    return ended;
                });
    }
}
