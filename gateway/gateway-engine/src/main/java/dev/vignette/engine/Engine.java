package dev.vignette.engine;

import dev.vignette.engine.accept.Acceptor;
import dev.vignette.engine.accept.Buying;
import dev.vignette.engine.accept.MadeBefore;
import dev.vignette.engine.health.Health;
import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.limit.GateView;
import dev.vignette.engine.limit.Gates;
import dev.vignette.engine.order.Admission;
import dev.vignette.engine.order.CallbackLinks;
import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.plan.Rehearsal;
import dev.vignette.engine.price.Budgets;
import dev.vignette.engine.price.StoredBudgets;
import dev.vignette.engine.quote.Quoting;
import dev.vignette.engine.reconcile.Reconciliation;
import dev.vignette.engine.route.Judgement;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.engine.work.Completions;
import dev.vignette.engine.work.Flights;
import dev.vignette.engine.work.InlinePictures;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.engine.work.ProductionWorker;
import dev.vignette.engine.work.WorkFloor;
import dev.vignette.objects.ObjectStore;
import dev.vignette.store.Agenda;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.AuditTrail;
import dev.vignette.store.BudgetStore;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.Experience;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.Inbox;
import dev.vignette.store.PauseStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import dev.vignette.store.RoutingRecordStore;
import dev.vignette.store.SendMark;
import dev.vignette.store.Signals;
import java.time.Duration;
import java.util.List;

/**
 * The engine, put together: begin it once everything it stands on is open, close it before any of
 * that is.
 */
public final class Engine implements AutoCloseable {
    private static final Duration ERASE_EVERY = Duration.ofSeconds(30);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);
    private static final Duration FORGET_EVERY = Duration.ofHours(1);
    private static final Duration RECONCILE_EVERY = Duration.ofSeconds(5);

    private final Reception reception;
    private final WorkFloor floor;
    private final Rows rows;
    private final Health health;
    private final Rehearsal rehearsal;
    private final Completions completions;
    private final Reconciliation reconciliation;
    private final Erasures erasures;
    private final Retention retention;
    private final Quoting quoting;
    private final CallBudgets budgets;

    /**
     * Puts it together.
     *
     * @param rows where rows are kept
     * @param files where files are kept, and how they travel
     * @param photos takes reference photos in
     * @param ids makes ids
     * @param cacheBytes about how much memory the front of the cache may use; 0 where other
     *     gateways write the same rows
     * @param around what everything lives in
     */
    public Engine(
            Rows rows,
            Files files,
            PhotoIntake photos,
            Ids ids,
            long cacheBytes,
            Surroundings around) {
        this.rows = rows;
        this.completions = new Completions(around.waits());
        boolean photosHaveLinks =
                files.links().reachable() || OrderDesk.lendsLinks(files.pictures());
        this.rehearsal = new Rehearsal(photosHaveLinks);
        Gates gates = new Gates(around);
        this.health = new Health(rows.pauses(), gates::waiting, around);
        Budgets purses = new StoredBudgets(rows.budgets());
        Judgement judgement = new Judgement(health, purses, photosHaveLinks);
        Router router = new Router(judgement, around.clock());
        MadeBefore made =
                new MadeBefore(
                        rows.productions(),
                        files.pictures(),
                        () -> around.inForce().cacheLife(),
                        cacheBytes,
                        around.clock());
        this.quoting =
                new Quoting(photos, made, rows.productions(), judgement, rows.experience(), around);
        Flights flights = new Flights(made::forget);
        OrderDesk orders =
                new OrderDesk(files.photos(), files.pictures(), files.links(), around.clock());
        this.budgets = new CallBudgets(around.waits());
        this.reconciliation = new Reconciliation(rows.desk(), router, orders, budgets, ids, around);
        Admission admission =
                new Admission(List.of(reconciliation::closed, files.copies()::blocked));
        this.floor =
                new WorkFloor(
                        rows.books(),
                        new WorkFloor.Tools(
                                router,
                                orders,
                                admission,
                                reconciliation.binding(),
                                files.copies(),
                                files.inline(),
                                flights,
                                health,
                                gates,
                                budgets),
                        ids,
                        around);
        this.erasures =
                new Erasures(rows.erasures(), files.photos(), files.pictures(), made, ids, around);
        this.retention =
                new Retention(rows.retention(), files.photos(), files.pictures(), made, around);
        Buying buying =
                new Buying(
                        rows.generations(),
                        rows.productions(),
                        files.photos(),
                        made,
                        flights,
                        ids,
                        around);
        this.reception =
                new Reception(
                        new Acceptor(
                                rows.generations(),
                                photos,
                                made,
                                router,
                                purses,
                                buying,
                                admission,
                                ids,
                                around),
                        rows.generations(),
                        rows.productions(),
                        rows.routing(),
                        new Reception.Workshop(rows.agenda(), rows.signals(), completions),
                        erasures,
                        around);
    }

    /**
     * Where rows are kept.
     *
     * @param generations what apps asked for
     * @param productions what is made
     * @param attempts what is bought
     * @param evidence what was seen of orders in doubt
     * @param inbox what providers told
     * @param trail what operators did
     * @param routing why providers were chosen
     * @param pauses which providers rest
     * @param erasures what is to be deleted
     * @param retention what is kept for a time
     * @param budgets what is used of budgets
     * @param experience what was learned of earlier requests
     * @param agenda who works on what
     * @param signals tells every gateway of changes
     * @param mark when an order was sent last, outside the database
     */
    public record Rows(
            GenerationStore generations,
            ProductionStore productions,
            AttemptStore attempts,
            EvidenceStore evidence,
            Inbox inbox,
            AuditTrail trail,
            RoutingRecordStore routing,
            PauseStore pauses,
            ErasureStore erasures,
            RetentionStore retention,
            BudgetStore budgets,
            Experience experience,
            Agenda agenda,
            Signals signals,
            SendMark mark) {

        private WorkFloor.Books books() {
            return new WorkFloor.Books(
                    generations, productions, attempts, evidence, erasures, mark, signals);
        }

        private Reconciliation.Desk desk() {
            return new Reconciliation.Desk(
                    attempts, productions, evidence, inbox, trail, agenda, signals, mark);
        }
    }

    /**
     * Where files are kept, and how they travel.
     *
     * @param photos the store of reference photos
     * @param pictures the store of pictures
     * @param links our own addresses for providers
     * @param copies brings bought pictures into the store
     * @param inline keeps pictures that came inside an answer
     */
    public record Files(
            ObjectStore photos,
            ObjectStore pictures,
            CallbackLinks links,
            PictureCopies copies,
            InlinePictures inline) {}

    /** The front. */
    public Generations generations() {
        return reception;
    }

    /** Says what requests would cost. */
    public Quoting quoting() {
        return quoting;
    }

    /** Works out what another configuration would do. */
    public Rehearsal rehearsal() {
        return rehearsal;
    }

    /** How providers stand. */
    public Health health() {
        return health;
    }

    /** What finds out about orders of unknown outcome. */
    public Reconciliation reconciliation() {
        return reconciliation;
    }

    /** What each account may call besides its orders. */
    public CallBudgets budgets() {
        return budgets;
    }

    /** How each account stands: what it may, has, and who waits for it. */
    public List<GateView> limits() {
        return floor.gates().views();
    }

    /** Takes up what an earlier process left, then whatever is accepted. */
    public void begin() {
        ProductionWorker worker = floor.worker();
        rows.signals()
                .listen(signal -> {
                    worker.heard(signal);
                    completions.changed(signal.production());
                });
        health.refresh();
        reconciliation.begin();
        rows.agenda().begin(worker::run);
        rows.agenda().every("reconciliation", RECONCILE_EVERY, reconciliation::sweep);
        rows.agenda().every("inbox", FORGET_EVERY, reconciliation.webhooks()::forget);
        rows.agenda().every("erasures", ERASE_EVERY, erasures::goOnWithAll);
        rows.agenda().every("retention", SWEEP_EVERY, retention::sweep);
    }

    /**
     * Lets waiting callers go and no new order out, waits for the answers to those on their way,
     * and stops. What runs is kept for the next start.
     */
    public void stop(Duration grace) throws InterruptedException {
        completions.close();
        floor.close(grace);
        rows.agenda().close();
    }

    @Override
    public void close() {
        try {
            stop(Duration.ZERO);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
