package dev.vignette.engine.reconcile;

import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.generation.Attempt;
import dev.vignette.generation.Evidence;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.ProductionStore;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells jobs that name nobody by what they were asked. That is weak evidence, so it counts only
 * when orders carry no mark, and one job and one order are left for each other.
 */
public final class Likenesses {
    private static final Logger LOG = LoggerFactory.getLogger(Likenesses.class);

    /** Of an order that cannot be written again. */
    private static final String UNTOLD = "";

    private final ProductionStore productions;
    private final Router router;
    private final OrderDesk orders;
    private final Notebook notebook;
    private final Findings findings;
    private final Surroundings around;

    /**
     * @param productions finds what was asked
     * @param router chooses again
     * @param orders writes orders again
     * @param evidence keeps what was seen
     * @param findings gives jobs that were found their place
     * @param around what everything lives in
     */
    public Likenesses(
            ProductionStore productions,
            Router router,
            OrderDesk orders,
            EvidenceStore evidence,
            Findings findings,
            Surroundings around) {
        this.productions = productions;
        this.router = router;
        this.orders = orders;
        this.notebook = new Notebook(evidence);
        this.findings = findings;
        this.around = around;
    }

    /**
     * Ties what can be tied, and returns those that no job on the list can be.
     *
     * @param complete whether these are all orders that a job on the list may be for
     */
    List<Doubt> missing(
            String provider, ListsJobs lists, List<Doubt> doubts, Scan scan, boolean complete) {
        List<Match> matches =
                doubts.stream().map(doubt -> match(doubt, likeness(lists, doubt), scan)).toList();
        List<Doubt> missing = new ArrayList<>();
        for (Match match : matches) {
            List<ListedJob> jobs = match.jobs();
            if (jobs.isEmpty()) {
                missing.add(match.doubt());
            } else if (complete
                    && match.isUnmistakable()
                    && !isRestored(match.doubt())
                    && !orders.marksOrders()
                    && isOnlyOrder(jobs.getFirst(), matches)) {
                found(provider, match.doubt(), jobs.getFirst(), scan);
            } else {
                ambiguous(match.doubt(), jobs, scan);
            }
        }
        return missing;
    }

    /** An order in doubt, what a job of it looks like, and the jobs that it can be. */
    private record Match(Doubt doubt, String likeness, List<ListedJob> jobs) {

        /** One job, asked the very same: a job whose input is not told is never taken for it. */
        boolean isUnmistakable() {
            return jobs.size() == 1
                    && likeness.equals(jobs.getFirst().likeness())
                    && doubt.covers(jobs.getFirst().createdAt());
        }
    }

    private static Match match(Doubt doubt, String likeness, Scan scan) {
        return new Match(
                doubt,
                likeness,
                likeness.equals(UNTOLD) ? scan.unclaimed(doubt) : scan.candidates(doubt, likeness));
    }

    /** Orders that a restored backup does not know may have jobs that look the same. */
    private boolean isRestored(Doubt doubt) {
        return notebook.has(doubt.attempt().id(), Evidence.Kind.RESTORED);
    }

    private static boolean isOnlyOrder(ListedJob job, List<Match> matches) {
        return matches.stream().filter(match -> match.jobs().contains(job)).count() == 1;
    }

    private void found(String provider, Doubt doubt, ListedJob job, Scan scan) {
        findings.place(
                provider,
                job.task(),
                seen(
                        doubt,
                        Evidence.Kind.ALIKE,
                        job,
                        scan,
                        "one job in the provider's list was asked the same, and no other order was"));
    }

    private void ambiguous(Doubt doubt, List<ListedJob> jobs, Scan scan) {
        for (ListedJob job : jobs) {
            notebook.noteOnce(
                    seen(
                            doubt,
                            Evidence.Kind.AMBIGUOUS,
                            job,
                            scan,
                            "this job in the provider's list may be the attempt's, and may not"));
        }
    }

    private static Evidence seen(
            Doubt doubt, Evidence.Kind kind, ListedJob job, Scan scan, String detail) {
        return new Evidence(
                doubt.attempt().id(), scan.begunAt(), kind, job.task().providerId(), detail);
    }

    private String likeness(ListsJobs lists, Doubt doubt) {
        Attempt attempt = doubt.attempt();
        try {
            return productions
                    .find(attempt.production())
                    .flatMap(production ->
                            router.again(
                                            around.of(attempt),
                                            production.request(),
                                            attempt.provider())
                                    .map(choice -> orders.write(production, attempt, choice)))
                    .map(lists::likeness)
                    .orElse(UNTOLD);
        } catch (StoreUnavailable e) {
            LOG.debug("{}: its order cannot be written again", attempt.id(), e);
            return UNTOLD;
        }
    }
}
