package dev.vignette.engine.health;

import dev.vignette.provider.FailureKind;
import java.time.Instant;

/** How a provider's breaker stands. */
public sealed interface Breaker {

    /** The name on the wire, for example {@code half_open}. */
    String wireName();

    /** Orders pass. */
    record Closed() implements Breaker {
        @Override
        public String wireName() {
            return "closed";
        }
    }

    /**
     * No order passes until that moment.
     *
     * @param until when one is tried again
     * @param cause what opened it
     */
    record Open(Instant until, FailureKind cause) implements Breaker {
        @Override
        public String wireName() {
            return "open";
        }
    }

    /** A few orders pass, and what becomes of them decides. */
    record HalfOpen() implements Breaker {
        @Override
        public String wireName() {
            return "half_open";
        }
    }
}
