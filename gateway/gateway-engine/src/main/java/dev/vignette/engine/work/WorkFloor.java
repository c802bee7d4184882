package dev.vignette.engine.work;

import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import java.time.Duration;

/** Where productions are worked on: puts the worker's parts together and closes the door. */
public final class WorkFloor {
    private final Departures departures = new Departures();
    private final ProductionWorker worker;

    /** Puts the parts together. */
    public WorkFloor(
            GenerationStore generations,
            ProductionStore productions,
            Router router,
            OrderDesk orders,
            PictureCopies copies,
            InlinePictures inline,
            Flights flights,
            Completions completions,
            Ids ids,
            Surroundings around) {
        Settlement settlement = new Settlement(productions, inline, ids, around);
        ProviderCalls calls = new ProviderCalls(around);
        Sender sender =
                new Sender(productions, router, orders, settlement, calls, departures, around);
        AttemptWorker attempts =
                new AttemptWorker(productions, calls, sender, settlement, new Turnstiles(), around);
        Gathering gathering = new Gathering(router, new Purchases(ids), new Outcomes(), around);
        Endings endings = new Endings(generations, productions, flights, completions, around);
        this.worker =
                new ProductionWorker(
                        generations, productions, attempts, gathering, copies, endings, around);
    }

    /** Sees productions through. */
    public ProductionWorker worker() {
        return worker;
    }

    /** Lets no more orders out and waits for the answers to those on their way. */
    public void close(Duration grace) throws InterruptedException {
        departures.close(grace);
    }
}
