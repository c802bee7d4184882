package dev.vignette.engine.reconcile;

import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.price.Charges;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.generation.Evidence;
import dev.vignette.id.AttemptId;
import dev.vignette.store.Agenda;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.SendMark;
import dev.vignette.store.Signals;
import java.util.Optional;

/** What finds out about orders of unknown outcome, put together. */
public final class Reconciliation {
    private final Notebook notebook;
    private final Surroundings around;
    private final Binding binding;
    private final Webhooks webhooks;
    private final Reconciler reconciler;
    private final RestoreGuard guard;
    private final Reviews reviews;

    /** Puts the parts together. */
    public Reconciliation(
            Desk desk,
            Router router,
            OrderDesk orders,
            CallBudgets budgets,
            Ids ids,
            Surroundings around) {
        Charges charges = new Charges(ids, around);
        this.notebook = new Notebook(desk.evidence());
        this.around = around;
        Recall recall = new Recall(desk.agenda(), desk.signals());
        this.binding = new Binding(desk.attempts(), desk.productions(), recall, ids, around);
        Findings findings =
                new Findings(
                        desk.evidence(), binding, new Orphans(desk.attempts(), charges, around));
        this.webhooks =
                new Webhooks(desk.inbox(), desk.attempts(), findings, desk.signals(), around);
        this.reconciler =
                new Reconciler(
                        desk.attempts(),
                        findings,
                        new Likenesses(
                                desk.productions(),
                                router,
                                orders,
                                desk.evidence(),
                                findings,
                                around),
                        new Absence(desk.productions(), desk.evidence(), charges, recall, around),
                        budgets,
                        around);
        this.guard =
                new RestoreGuard(
                        desk.mark(),
                        desk.attempts(),
                        desk.productions(),
                        desk.evidence(),
                        findings,
                        around);
        this.reviews =
                new Reviews(
                        new Reviews.Desk(
                                desk.attempts(),
                                desk.productions(),
                                desk.evidence(),
                                desk.trail(),
                                recall),
                        binding,
                        charges,
                        ids,
                        around);
    }

    /**
     * What is looked up and written.
     *
     * @param attempts finds attempts
     * @param productions moves them
     * @param evidence what was seen of them
     * @param inbox what providers told
     * @param trail what operators did
     * @param agenda gives productions out again
     * @param signals tells whoever is at work on them
     * @param mark when an order was sent last, outside the database
     */
    public record Desk(
            AttemptStore attempts,
            ProductionStore productions,
            EvidenceStore evidence,
            Inbox inbox,
            AuditTrail trail,
            Agenda agenda,
            Signals signals,
            SendMark mark) {}

    /** Ties jobs that were found to attempts. */
    public Binding binding() {
        return binding;
    }

    /** Takes what providers tell. */
    public Webhooks webhooks() {
        return webhooks;
    }

    /** Lets operators decide. */
    public Reviews reviews() {
        return reviews;
    }

    /** Why no order is sent now, or empty when orders are sent. */
    public Optional<String> closed() {
        return guard.closed();
    }

    /** To be called before any work is given out. */
    public void begin() {
        guard.begin();
    }

    /** Goes on with everything that may have become clear; to be called every few seconds. */
    public void sweep() {
        webhooks.goOnWithAll();
        guard.sweep();
        reconciler.sweep();
    }

    /** The provider has fetched an attempt's photo by its own link: it has the order, probably. */
    public void photoFetched(AttemptId attempt) {
        notebook.noteOnce(
                new Evidence(
                        attempt,
                        around.now(),
                        Evidence.Kind.PHOTO_FETCHED,
                        null,
                        "the reference photo was fetched by the attempt's own link"));
    }
}
