package dev.vignette.engine.reconcile;

import dev.vignette.engine.surroundings.Failpoint;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.generation.Evidence;
import dev.vignette.generation.Production;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.ListsJobs.Listing;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.SendMark;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices at start that the database is an older copy than the orders that were sent from here.
 * Nothing is bought then until the providers' lists were read: what such a database thinks is still
 * to be sent may have been sent, and jobs exist that it does not know.
 */
public final class RestoreGuard {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreGuard.class);
    private static final Set<String> IN_DOUBT = Set.of("unknown", "review");
    private static final Set<String> NOT_SENT_YET = Set.of("preparing", "sending");
    private static final int AT_ONCE = 1000;
    private static final Duration MARGIN = Duration.ofMinutes(5);

    /** Lists lag behind and providers take what they have read: only then is one complete. */
    private static final Duration SETTLED = Duration.ofMinutes(3);

    private final SendMark mark;
    private final AttemptStore attempts;
    private final ProductionStore productions;
    private final EvidenceStore evidence;
    private final Findings findings;
    private final Surroundings around;
    private final Set<String> read = new HashSet<>();
    private volatile @Nullable Restored restored;

    /**
     * @param mark when an order was sent last, kept outside the database
     * @param attempts finds attempts
     * @param productions moves them
     * @param evidence keeps what was seen
     * @param findings gives jobs that were found their place
     * @param around what everything lives in
     */
    public RestoreGuard(
            SendMark mark,
            AttemptStore attempts,
            ProductionStore productions,
            EvidenceStore evidence,
            Findings findings,
            Surroundings around) {
        this.mark = mark;
        this.attempts = attempts;
        this.productions = productions;
        this.evidence = evidence;
        this.findings = findings;
        this.around = around;
    }

    /**
     * An old copy.
     *
     * @param knownUntil the last moment the database knows something about
     * @param noticedAt when that was noticed
     */
    private record Restored(Instant knownUntil, Instant noticedAt) {}

    /** Looks whether the database is an old copy; to be called before any work is given out. */
    public void begin() {
        Optional<Instant> sent = mark.last();
        Optional<Instant> known = attempts.lastDeparture();
        if (sent.isEmpty() || known.filter(last -> !last.isBefore(sent.get())).isPresent()) {
            return;
        }
        Restored found = new Restored(known.orElse(Instant.EPOCH), around.now());
        restored = found;
        LOG.error(
                "The database is an older copy: an order was sent at {}, and the last it knows of"
                        + " was sent {}. Nothing is bought until the providers' lists were read.",
                sent.get(),
                known.map(last -> "at " + last).orElse("never"));
        around.pass(Failpoint.C20);
        doubtEverything(found);
    }

    /** Why no order is sent now, or empty when orders are sent. */
    public Optional<String> closed() {
        return restored == null
                ? Optional.empty()
                : Optional.of("the database was restored from a backup and is being compared");
    }

    /** Goes on comparing, as long as there is something to compare. */
    public void sweep() {
        Restored found = restored;
        if (found == null) {
            return;
        }
        boolean all = true;
        for (var slot : around.inForce().providers().entrySet()) {
            if (slot.getValue().provider() instanceof ListsJobs lists) {
                all &= compared(slot.getKey(), lists, found);
            }
        }
        if (all) {
            LOG.warn(
                    "The providers' lists were compared with the restored database; it buys again");
            mark.forget();
            restored = null;
        }
    }

    /** What may have been sent since the copy was made is in doubt, whatever the copy says. */
    private void doubtEverything(Restored found) {
        attempts.list(new AttemptQuery(IN_DOUBT, null, null, null, AT_ONCE))
                .forEach(attempt -> noteRestored(attempt, found, "it was in doubt already"));
        AttemptQuery query = new AttemptQuery(NOT_SENT_YET, null, null, null, AT_ONCE);
        List<Attempt> open = attempts.list(query);
        while (!open.isEmpty()) {
            open.forEach(attempt -> doubt(attempt, found));
            open = attempts.list(query);
        }
    }

    private void doubt(Attempt attempt, Restored found) {
        Instant from =
                attempt.state() instanceof AttemptState.Sending(var startedAt)
                        ? startedAt
                        : earliest(attempt, found);
        String note = "the database was restored from a backup in which it was not sent yet";
        if (productions.advance(
                attempt.in(new AttemptState.Unknown(from, found.noticedAt(), note)))) {
            noteRestored(attempt, found, note);
        }
    }

    private void noteRestored(Attempt attempt, Restored found, String note) {
        evidence.note(
                new Evidence(attempt.id(), found.noticedAt(), Evidence.Kind.RESTORED, null, note));
    }

    /** Nothing was sent before it was asked for, and what the copy knows of was sent by then. */
    private Instant earliest(Attempt attempt, Restored found) {
        return productions
                .find(attempt.production())
                .map(Production::createdAt)
                .filter(found.knownUntil()::isBefore)
                .orElse(found.knownUntil());
    }

    private boolean compared(String provider, ListsJobs lists, Restored found) {
        if (read.contains(provider)) {
            return true;
        }
        Instant now = around.now();
        Instant shown = now.minus(lists.memory());
        Instant from = found.knownUntil().minus(MARGIN);
        switch (lists.list(from.isBefore(shown) ? shown : from, now)) {
            case Listing.Broken(var failure) ->
                    LOG.warn("{}: its list cannot be read ({})", provider, failure.detail());
            case Listing.Complete(var jobs) -> {
                boolean placed = true;
                for (ListedJob job : jobs) {
                    placed &= placed(provider, job, now);
                }
                if (placed && now.isAfter(found.noticedAt().plus(SETTLED))) {
                    read.add(provider);
                }
            }
        }
        return read.contains(provider);
    }

    private boolean placed(String provider, ListedJob job, Instant now) {
        boolean placed = true;
        for (var attempt : job.mentions()) {
            placed &= findings.listed(provider, job, attempt, now);
        }
        return placed;
    }
}
