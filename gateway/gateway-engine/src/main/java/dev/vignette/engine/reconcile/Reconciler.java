package dev.vignette.engine.reconcile;

import static java.util.Comparator.naturalOrder;
import static java.util.stream.Collectors.groupingBy;

import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Tracing;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.generation.Attempt;
import dev.vignette.id.AttemptId;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.ListsJobs.Listing;
import dev.vignette.provider.WatchesJobs;
import dev.vignette.store.AttemptQuery;
import dev.vignette.store.AttemptStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for orders of unknown outcome in what their providers list: one reading serves all that are
 * in doubt at a provider. Whoever names an attempt is its; what only looks like it is, when nothing
 * else can be meant; and what is not there when it would have to be was never taken.
 */
public final class Reconciler {
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final Set<String> IN_DOUBT = Set.of("unknown", "review");
    private static final Set<String> UNTOLD = Set.of("sending", "unknown", "review");
    private static final int AT_ONCE = 1000;

    /** How much earlier jobs are looked at, so that one that is known is likely among them. */
    private static final Duration CONTROL = Duration.ofMinutes(10);

    /**
     * The same where something may be concluded from finding nothing: no order is to be missed
     * because our clock was put back by an hour after it was sent. An account in full swing has
     * hundreds of pages an hour, so they are not all read each time.
     */
    private static final Duration CONCLUSIVE = Duration.ofMinutes(70);

    /** So long a doubt is looked into, whatever the clocks say. */
    private static final Duration NEWS = Duration.ofMinutes(5);

    /** However wrong the clocks of two gateways are, they are not a day apart. */
    private static final Duration APART = Duration.ofDays(1);

    private final AttemptStore attempts;
    private final Findings findings;
    private final Likenesses likenesses;
    private final Absence absence;
    private final CallBudgets budgets;
    private final Surroundings around;
    private final Rounds rounds;

    /**
     * @param attempts finds what is in doubt
     * @param findings gives jobs that were found their place
     * @param likenesses tells jobs that name nobody
     * @param absence draws the conclusion from not finding one
     * @param budgets what accounts may call
     * @param around what everything lives in
     */
    public Reconciler(
            AttemptStore attempts,
            Findings findings,
            Likenesses likenesses,
            Absence absence,
            CallBudgets budgets,
            Surroundings around) {
        this.attempts = attempts;
        this.findings = findings;
        this.likenesses = likenesses;
        this.absence = absence;
        this.budgets = budgets;
        this.around = around;
        this.rounds = new Rounds(around.waits());
    }

    /** Looks after everything that is in doubt and worth a look now. */
    public void sweep() {
        Instant now = around.now();
        List<Attempt> inDoubt =
                attempts.list(
                        new AttemptQuery(
                                IN_DOUBT, null, now.minus(Duration.ofDays(1)), null, AT_ONCE));
        rounds.keepOnly(inDoubt);
        inDoubt.forEach(rounds::watched);
        inDoubt.stream()
                .collect(groupingBy(attempt -> slot(attempt).map(ProviderSlot::provider)))
                .values()
                .forEach(this::lookAt);
    }

    /**
     * The account an order was sent to, which is not the one of that name now when its settings
     * were changed since; empty when it is not known any more, for no other list says anything.
     */
    private Optional<ProviderSlot> slot(Attempt attempt) {
        return around.policies()
                .numbered(attempt.settings())
                .map(policy -> policy.providers().get(attempt.provider()));
    }

    private void lookAt(List<Attempt> inDoubt) {
        Optional<ProviderSlot> slot = slot(inDoubt.getFirst());
        if (slot.isEmpty() || !(slot.get().provider() instanceof ListsJobs lists)) {
            return;
        }
        Instant now = around.now();
        Instant horizon = now.minus(Horizons.ofList(lists));
        List<Doubt> doubts =
                inDoubt.stream().map(Doubt::of).filter(doubt -> isWorthIt(doubt, horizon)).toList();
        List<Attempt> waiting = doubts.stream().map(Doubt::attempt).toList();
        if (rounds.due(waiting)) {
            rounds.looked(waiting);
            read(slot.get(), lists, doubts, now);
        }
    }

    /** Also when it seems long ago and is news here: another gateway's clock may be wrong. */
    private boolean isWorthIt(Doubt doubt, Instant horizon) {
        return doubt.until().isAfter(horizon)
                || rounds.watched(doubt.attempt()).compareTo(NEWS) < 0;
    }

    private void read(ProviderSlot slot, ListsJobs lists, List<Doubt> doubts, Instant now) {
        String provider = slot.provider().name();
        Instant from = doubts.stream().map(Doubt::earliest).min(naturalOrder()).orElse(now);
        boolean conclusive = doubts.stream().anyMatch(doubt -> isConclusive(doubt, now));
        Instant first = from.minus(conclusive ? CONCLUSIVE : CONTROL);
        switch (listing(slot, lists, first, now)) {
            case Listing.Broken(var failure) ->
                    LOG.warn(
                            "{}: its list cannot be read ({}), {} orders of unknown outcome wait",
                            provider,
                            failure.detail(),
                            doubts.size());
            case Listing.Complete(var jobs) ->
                    conclude(
                            provider,
                            lists,
                            doubts,
                            new Scan(
                                    now,
                                    jobs,
                                    attempts.tasks(provider, first, now),
                                    attempts.tasks(provider, first.minus(APART), now.plus(APART))));
        }
    }

    /** Also when our clock was put back since, which is all that can be told of that. */
    private static boolean isConclusive(Doubt doubt, Instant now) {
        return !now.isBefore(doubt.settled()) || now.isBefore(doubt.from());
    }

    private Listing listing(ProviderSlot slot, ListsJobs lists, Instant from, Instant to) {
        Instant before = around.now();
        String provider = slot.provider().name();
        try (Tracing.Span span = around.tracing().call(provider, Observations.Call.LIST)) {
            Listing listing = lists.list(from, to);
            budgets.of(slot).spent(calls(slot, listing));
            span.came(listing);
            return listing;
        } finally {
            Duration took = Duration.between(before, around.now());
            around.observations().called(slot.provider().name(), Observations.Call.LIST, took);
        }
    }

    /** What it has taken, where it is known how much one call shows. */
    private static int calls(ProviderSlot slot, Listing listing) {
        return listing instanceof Listing.Complete(var jobs)
                        && slot.provider() instanceof WatchesJobs watches
                ? 1 + jobs.size() / watches.jobsPerCall()
                : 1;
    }

    private void conclude(String provider, ListsJobs lists, List<Doubt> doubts, Scan scan) {
        List<Doubt> unnamed =
                doubts.stream().filter(doubt -> !named(provider, doubt.attempt(), scan)).toList();
        List<Doubt> missing =
                likenesses.missing(provider, lists, unnamed, scan, areAll(provider, doubts));
        missing.forEach(doubt -> absence.seen(doubt, scan, rounds.watched(doubt.attempt())));
    }

    /** Whether no other order was on its way, or came into doubt, while the list was being read. */
    private boolean areAll(String provider, List<Doubt> doubts) {
        Set<AttemptId> known =
                doubts.stream().map(doubt -> doubt.attempt().id()).collect(Collectors.toSet());
        Instant earliest =
                doubts.stream()
                        .map(Doubt::from)
                        .min(naturalOrder())
                        .orElseGet(around::now)
                        .minus(CONCLUSIVE);
        return attempts.list(new AttemptQuery(UNTOLD, provider, earliest, null, AT_ONCE)).stream()
                .map(Attempt::id)
                .allMatch(known::contains);
    }

    private boolean named(String provider, Attempt attempt, Scan scan) {
        List<ListedJob> jobs = scan.naming(attempt);
        jobs.forEach(job -> findings.listed(provider, job, attempt.id(), scan.begunAt()));
        return !jobs.isEmpty();
    }
}
