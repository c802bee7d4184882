package dev.vignette.server.live;

import dev.vignette.server.settings.StartRefused;
import dev.vignette.store.AuditEntry;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what comes into force: a changed file when it can be used, the version before when
 * somebody asks for it. One change at a time.
 */
public final class Configuration {
    /** What the audit trail calls what was changed. */
    public static final String SUBJECT = "configuration";

    private static final Logger LOG = LoggerFactory.getLogger(Configuration.class);
    private static final String STAYS = "what is in force stays in force";

    private final InForce inForce;
    private final Candidates candidates;
    private final ConfigurationStore store;
    private final AuditTrail audit;
    private final Refusals refusals;
    private final Clock clock;
    private final ReentrantLock changing = new ReentrantLock();
    private volatile Sight seen = new Sight.Missing();

    /**
     * @param inForce what is in force
     * @param candidates reads what may come into force
     * @param store keeps versions
     * @param audit keeps who rolled back, and why
     * @param refusals keeps what was refused last
     * @param clock tells the time
     */
    public Configuration(
            InForce inForce,
            Candidates candidates,
            ConfigurationStore store,
            AuditTrail audit,
            Refusals refusals,
            Clock clock) {
        this.inForce = inForce;
        this.candidates = candidates;
        this.store = store;
        this.audit = audit;
        this.refusals = refusals;
        this.clock = clock;
    }

    /**
     * Puts into force what was seen of the file at start, unless that was set aside by a rollback.
     *
     * @throws StartRefused when what comes into force cannot be used
     */
    public void begin(Sight first) {
        changing.lock();
        try {
            inForce.remember();
            seen = first;
            Optional<ConfigurationVersion> last = store.find(store.newest());
            String text = first instanceof Sight.Text(String content) ? content : "";
            if (last.filter(now -> stands(now, text)).isEmpty()) {
                take(text, "start");
            } else if (!inForce.has(last.get().number())) {
                candidates.read(last.get()).close(); // says why it could not be taken up
            }
        } finally {
            changing.unlock();
        }
    }

    /** The file is like that now. What is valid comes into force, what is not is refused. */
    public void saw(Sight now) {
        changing.lock();
        try {
            switch (now) {
                case Sight.Text(String text) -> offer(text);
                case Sight.Missing() -> LOG.warn("the operator's file is gone; {}", STAYS);
                case Sight.Unreadable(String why) ->
                        LOG.warn("the operator's file cannot be read ({}); {}", why, STAYS);
            }
            seen = now;
        } finally {
            changing.unlock();
        }
    }

    /** What was seen of the file last. */
    Sight seen() {
        return seen;
    }

    /**
     * Puts the version before the one in force into force; said again, the one before that. What
     * the file holds is not taken up again until it changes.
     *
     * @param client who asks
     * @param reason why, in his words; may be empty
     */
    public Rollback rollback(String client, String reason) {
        changing.lock();
        try {
            Optional<Rollback> outcome = Optional.empty();
            while (outcome.isEmpty()) {
                inForce.follow();
                outcome = goBack(store.find(store.newest()).orElseThrow(), client);
            }
            if (outcome.get() instanceof Rollback.Done) {
                audit.write(
                        new AuditEntry(
                                clock.instant(), client, "config_rollback", SUBJECT, reason));
            }
            return outcome.get();
        } finally {
            changing.unlock();
        }
    }

    /** Empty when somebody else was faster. */
    private Optional<Rollback> goBack(ConfigurationVersion now, String client) {
        Optional<ConfigurationVersion> before = store.find(now.place() - 1);
        if (before.isEmpty()) {
            return Optional.of(new Rollback.NoneBefore());
        }
        Change change = new Change(client, before.get().place(), Change.content(seen));
        try {
            return put(candidates.read(before.get()), Optional.of(now), change)
                    ? Optional.of(new Rollback.Done())
                    : Optional.empty();
        } catch (StartRefused refused) {
            return Optional.of(
                    new Rollback.Unusable(
                            before.get().number(), String.valueOf(refused.getMessage())));
        }
    }

    private void offer(String text) {
        ConfigurationVersion now = inForce.current().version();
        if (new Sight.Text(text).hash().equals(now.setAside())) {
            refusals.clear();
            return;
        }
        if (now.setAside() != null) {
            inForce.release();
        }
        if (stands(now, text)) {
            refusals.clear();
            return;
        }
        try {
            refuseBlank(text);
            take(text, "file");
            refusals.clear();
        } catch (StartRefused refused) {
            refusals.add(text, refused);
        }
    }

    /** Whoever writes the file anew empties it first. */
    private static void refuseBlank(String text) {
        if (text.isBlank()) {
            throw new StartRefused("it is empty; for the built-in defaults write 'vignette: {}'");
        }
    }

    private void take(String text, String by) {
        boolean done = false;
        while (!done) {
            inForce.follow();
            Optional<ConfigurationVersion> last = store.find(store.newest());
            done =
                    last.filter(now -> stands(now, text)).isPresent()
                            || put(
                                    candidates.read("the operator's file", text),
                                    last,
                                    Change.by(by));
        }
    }

    private boolean put(Candidate candidate, Optional<ConfigurationVersion> last, Change change) {
        boolean kept = false;
        try {
            kept = inForce.put(change.after(last, candidate.text(), clock.instant()), candidate);
            return kept;
        } finally {
            if (!kept) {
                candidate.close();
            }
        }
    }

    /** Whether nothing has to be done about that text while that version is in force. */
    private static boolean stands(ConfigurationVersion now, String text) {
        var hash = new Sight.Text(text).hash();
        return hash.equals(now.hash()) || hash.equals(now.setAside());
    }
}
