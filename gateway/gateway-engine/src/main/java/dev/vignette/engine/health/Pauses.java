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

/**
 * Which providers operators let rest. Read at most twice a second, so that what was said to another
 * gateway is known here soon and asking costs nothing.
 */
public final class Pauses {
    private static final Duration FRESH = Duration.ofMillis(500);

    private final PauseStore store;
    private final Waits waits;
    private volatile Known known;

    /** As they are written. */
    public Pauses(PauseStore store, Waits waits) {
        this.store = store;
        this.waits = waits;
        this.known = read();
    }

    /** Why that provider rests, or empty when it does not. */
    public Optional<Pause> of(String provider) {
        if (waits.nanoTime() - known.readAt() > FRESH.toNanos()) {
            known = read();
        }
        return Optional.ofNullable(known.pauses().get(provider));
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
