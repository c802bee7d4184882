package dev.vignette.tck.provider;

import dev.vignette.provider.ImageProvider;
import java.time.Clock;

/** A running vendor that remembers what it took: the vendor's double, by the system's clock. */
public interface LiveVendor extends AutoCloseable {

    /** An adapter for its account, with a clock of its own; each call opens another one. */
    ImageProvider adapter(Clock clock);

    /** What the vendor accepts as its credential. It must never be seen in a message or a log. */
    String credential();

    /** How many orders it has taken. */
    int accepted();

    /** The next order will be taken and not be answered. */
    void cutNextAnswer();

    @Override
    void close();
}
