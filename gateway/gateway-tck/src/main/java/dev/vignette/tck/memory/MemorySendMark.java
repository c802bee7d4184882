package dev.vignette.tck.memory;

import dev.vignette.store.SendMark;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The last use of a permit, in memory and apart from all rows. */
public final class MemorySendMark implements SendMark {
    private @Nullable Instant last;

    @Override
    public synchronized void departed(Instant at) {
        last = last == null || at.isAfter(last) ? at : last;
    }

    @Override
    public synchronized Optional<Instant> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public synchronized void forget() {
        last = null;
    }
}
