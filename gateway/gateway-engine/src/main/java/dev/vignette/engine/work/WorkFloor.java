package dev.vignette.engine.work;

import dev.vignette.engine.health.Health;
import dev.vignette.engine.limit.Gates;
import dev.vignette.engine.order.Admission;
import dev.vignette.engine.order.OrderDesk;
import dev.vignette.engine.reconcile.Binding;
import dev.vignette.engine.reconcile.Horizons;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.engine.watch.Watch;
import dev.vignette.store.AttemptStore;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.EvidenceStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.SendMark;
import dev.vignette.store.Signals;
import java.time.Duration;

/** Where productions are worked on: puts the worker's parts together and closes the door. */
public final class WorkFloor {
    private final Departures departures;
    private final Gates gates;
    private final Watch watch;
    private final ProductionWorker worker;

    /** Puts the parts together. */
    public WorkFloor(Books books, Tools tools, Ids ids, Surroundings around) {
        this.departures = new Departures(around.waits());
        this.gates = tools.gates();
        Settlement settlement =
                new Settlement(books.productions(), books.erasures(), tools.inline(), ids, around);
        ProviderCalls calls = new ProviderCalls(tools.health().breakers(), tools.budgets(), around);
        Detours detours = new Detours(tools.router(), tools.health(), around);
        this.watch = new Watch(tools.budgets(), around);
        Sender sender =
                new Sender(
                        new Permits(books.attempts(), books.mark()),
                        tools.router(),
                        tools.orders(),
                        settlement,
                        calls,
                        departures,
                        detours,
                        new Answers(
                                books.productions(),
                                books.attempts(),
                                settlement,
                                tools.binding(),
                                around),
                        around);
        AttemptWorker attempts =
                new AttemptWorker(
                        books.productions(),
                        new Looks(calls, watch, gates, around),
                        sender,
                        settlement,
                        gates,
                        tools.admission(),
                        detours,
                        new Horizons(around),
                        books.evidence(),
                        around);
        Purchases purchases = new Purchases(ids, around);
        Gathering gathering =
                new Gathering(
                        new Replacements(tools.router(), purchases, around),
                        new Resubmission(tools.router(), purchases, books.evidence(), around),
                        new Outcomes(),
                        around);
        Endings endings =
                new Endings(
                        books.generations(),
                        books.productions(),
                        tools.flights(),
                        books.signals(),
                        around);
        this.worker =
                new ProductionWorker(
                        books.generations(),
                        books.productions(),
                        attempts,
                        gathering,
                        tools.copies(),
                        calls,
                        endings,
                        around);
    }

    /**
     * What is written on the way.
     *
     * @param generations what apps asked for
     * @param productions what is made
     * @param attempts what is bought
     * @param evidence what was seen of orders in doubt
     * @param erasures what is to be deleted
     * @param mark when an order was sent last, outside the database
     * @param signals tells others of changes
     */
    public record Books(
            GenerationStore generations,
            ProductionStore productions,
            AttemptStore attempts,
            EvidenceStore evidence,
            ErasureStore erasures,
            SendMark mark,
            Signals signals) {}

    /**
     * What work is done with.
     *
     * @param router chooses providers
     * @param orders writes orders
     * @param admission whether anything may be bought now
     * @param binding ties jobs that were found to attempts
     * @param copies brings bought pictures into the store
     * @param inline keeps pictures that came inside an answer
     * @param flights orders identical requests
     * @param health how providers stand
     * @param gates keep accounts within their limits
     * @param budgets what accounts may call
     */
    public record Tools(
            Router router,
            OrderDesk orders,
            Admission admission,
            Binding binding,
            PictureCopies copies,
            InlinePictures inline,
            Flights flights,
            Health health,
            Gates gates,
            CallBudgets budgets) {}

    /** Sees productions through. */
    public ProductionWorker worker() {
        return worker;
    }

    /** What keeps accounts within their limits. */
    public Gates gates() {
        return gates;
    }

    /** Watches no more, lets no more orders out and waits for the answers to those on their way. */
    public void close(Duration grace) throws InterruptedException {
        watch.close();
        departures.close(grace);
    }
}
