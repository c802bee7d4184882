package dev.vignette.server.live;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks providers now and then what costs nothing, so that an operator sees whether they answer
 * before anybody orders. What they say changes no route: only orders do.
 */
public final class Probing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Probing.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Map<String, Probed> answers = new ConcurrentHashMap<>();
    private final Policies policies;
    private final Clock clock;
    private final Thread thread;

    /** Of the providers in force. */
    public Probing(Policies policies, Clock clock) {
        this.policies = policies;
        this.clock = clock;
        this.thread = Thread.ofVirtual().name("probing").unstarted(this::run);
    }

    /**
     * An answer.
     *
     * @param at when
     * @param probe what
     */
    public record Probed(Instant at, Probe probe) {}

    /** Begins. */
    public void begin() {
        thread.start();
    }

    /** The latest answer of that provider, or empty when it was not asked yet. */
    public Optional<Probed> of(String provider) {
        return Optional.ofNullable(answers.get(provider));
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (true) {
                policies.inForce().providers().forEach(this::probe);
                Thread.sleep(EVERY);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the gateway ends
        }
    }

    private void probe(String name, ProviderSlot slot) {
        try {
            if (slot.provider() instanceof Probes probes) {
                answers.put(name, new Probed(clock.instant(), probes.probe()));
            }
        } catch (RuntimeException e) {
            LOG.warn("{} could not be asked whether it answers; it is asked again", name, e);
        }
    }
}
