package dev.vignette.server.live;

import dev.vignette.engine.surroundings.Policies;
import dev.vignette.engine.surroundings.Policy;
import dev.vignette.server.settings.StartRefused;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is in force. The database says which version that is, so that it is the same at every
 * gateway; this is what it means here. Readers ask each time and never wait.
 */
public final class InForce implements Policies, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(InForce.class);

    /** No order runs longer. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final ConfigurationStore store;
    private final Candidates candidates;
    private final Clock clock;
    private final LongConsumer applied;
    private final Versions versions = new Versions();
    private final ReentrantLock changing = new ReentrantLock();
    private volatile long followed;

    /**
     * Nothing is in force yet.
     *
     * @param store keeps versions
     * @param candidates reads them
     * @param clock tells the time
     * @param applied told the number of each version that came into force here
     */
    public InForce(
            ConfigurationStore store, Candidates candidates, Clock clock, LongConsumer applied) {
        this.store = store;
        this.candidates = candidates;
        this.clock = clock;
        this.applied = applied;
    }

    /** The version in force. */
    public Applied current() {
        return versions.current().orElseThrow();
    }

    @Override
    public Policy inForce() {
        return current().policy();
    }

    /** One that another gateway has put into force just now is looked up. */
    @Override
    public Optional<Policy> numbered(long version) {
        if (version > followed) {
            follow();
        }
        return versions.numbered(version).map(Applied::policy);
    }

    /** Takes up what other gateways have put into force, and lets go of what is long over. */
    void follow() {
        changing.lock();
        try {
            for (long next = followed + 1; next <= store.newest(); next++) {
                adopt(store.find(next).orElseThrow());
                applied.accept(current().number());
            }
            retire(clock.instant().minus(KEPT));
        } finally {
            changing.unlock();
        }
    }

    /** Takes up what was in force within the last day. */
    void remember() {
        Instant since = clock.instant().minus(KEPT);
        Deque<ConfigurationVersion> past = new ArrayDeque<>();
        long number = store.newest();
        while (number > 0 && (past.isEmpty() || !past.getFirst().appliedAt().isBefore(since))) {
            past.addFirst(store.find(number--).orElseThrow());
        }
        past.forEach(this::adopt);
        versions.current().map(Applied::number).ifPresent(applied::accept);
    }

    /**
     * Puts the next version into force, here and at all gateways.
     *
     * @return false when somebody else was faster; then nothing has happened
     */
    boolean put(ConfigurationVersion next, Candidate candidate) {
        changing.lock();
        try {
            if (!store.add(next)) {
                return false;
            }
            publish(Applied.of(next, candidate));
            applied.accept(next.number());
            return true;
        } finally {
            changing.unlock();
        }
    }

    /** Nothing is set aside any more by what is in force. */
    void release() {
        changing.lock();
        try {
            store.release(current().version().number());
            versions.replaceCurrent(current().released());
        } finally {
            changing.unlock();
        }
    }

    /** Closes all accounts. */
    @Override
    public void close() {
        versions.all().forEach(Applied::close);
    }

    /** What cannot be used here was valid elsewhere: the last good one stays. */
    private void adopt(ConfigurationVersion version) {
        try {
            publish(Applied.of(version, candidates.read(version)));
        } catch (StartRefused refused) {
            followed = version.number();
            LOG.error(
                    "version {} of the configuration is in force and cannot be used here: {}",
                    version.number(),
                    refused.getMessage());
        }
    }

    private void publish(Applied next) {
        versions.add(next);
        followed = Math.max(followed, next.number());
        LOG.info(
                "version {} of the configuration is in force, by {}",
                next.number(),
                next.version().appliedBy());
    }

    private void retire(Instant moment) {
        versions.retire(moment).forEach(Applied::close);
    }

    /** The last version that was looked at here, whether it could be used or not. */
    long followed() {
        return followed;
    }

    /** Whether that version could be used, and is kept. */
    boolean has(long number) {
        return versions.numbered(number).isPresent();
    }
}
