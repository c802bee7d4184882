package dev.vignette.engine.health;

import dev.vignette.engine.surroundings.Waits;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.Pause;
import dev.vignette.store.PauseStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which providers operators let rest. Read twice a second at most by whoever is about to decide
 * something, so that what was said to another gateway is known here soon and asking costs nothing.
 */
public final class Pauses {
    private static final Logger LOG = LoggerFactory.getLogger(Pauses.class);
    private static final Duration FRESH = Duration.ofMillis(500);

    private final PauseStore store;
    private final Waits waits;
    private volatile Known known;

    /** As they are written. */
    public Pauses(PauseStore store, Waits waits) {
        this.store = store;
        this.waits = waits;
        this.known = new Known(waits.nanoTime() - Long.MAX_VALUE / 2, Map.of());
    }

    /** Why that provider rests, or empty when it does not, as was read last. Never waits. */
    public Optional<Pause> of(String provider) {
        return Optional.ofNullable(known.pauses().get(provider));
    }

    /** Reads again, unless that was done within the last half second. */
    public void refresh() {
        if (waits.nanoTime() - known.readAt() > FRESH.toNanos()) {
            try {
                known = read();
            } catch (RuntimeException e) {
                LOG.warn("Which providers are paused cannot be read now; what was known holds", e);
            }
        }
    }

    /** Lets it rest; false when it does already. */
    public boolean pause(Pause pause) {
        boolean done =
                store.pause(
                        pause,
                        new AuditEntry(
                                pause.since(),
                                pause.client(),
                                "pause",
                                subject(pause.provider()),
                                pause.reason()));
        known = read();
        return done;
    }

    /** Lets it work again; false when it does already. */
    public boolean resume(Pause end) {
        boolean done =
                store.resume(
                        end.provider(),
                        new AuditEntry(
                                end.since(),
                                end.client(),
                                "resume",
                                subject(end.provider()),
                                end.reason()));
        known = read();
        return done;
    }

    /** What a provider is called in the audit trail. */
    public static String subject(String provider) {
        return "provider:" + provider;
    }

    private Known read() {
        long now = waits.nanoTime();
        return new Known(
                now,
                store.all().stream()
                        .collect(Collectors.toMap(Pause::provider, Function.identity())));
    }

    private record Known(long readAt, Map<String, Pause> pauses) {}
}
