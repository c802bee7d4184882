package dev.vignette.engine;

import dev.vignette.engine.accept.Acceptor;
import dev.vignette.engine.accept.Buying;
import dev.vignette.engine.accept.MadeBefore;
import dev.vignette.engine.intake.PhotoIntake;
import dev.vignette.engine.route.Router;
import dev.vignette.engine.surroundings.Ids;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.Completions;
import dev.vignette.engine.work.Flights;
import dev.vignette.engine.work.InlinePictures;
import dev.vignette.engine.work.OrderDesk;
import dev.vignette.engine.work.PhotoLinks;
import dev.vignette.engine.work.PictureCopies;
import dev.vignette.engine.work.ProductionWorker;
import dev.vignette.engine.work.WorkFloor;
import dev.vignette.objects.ObjectStore;
import dev.vignette.store.Agenda;
import dev.vignette.store.ErasureStore;
import dev.vignette.store.GenerationStore;
import dev.vignette.store.ProductionStore;
import dev.vignette.store.RetentionStore;
import java.time.Duration;

/**
 * The engine, put together: begin it once everything it stands on is open, close it before any of
 * that is.
 */
public final class Engine implements AutoCloseable {
    private static final Duration ERASE_EVERY = Duration.ofSeconds(30);
    private static final Duration SWEEP_EVERY = Duration.ofMinutes(1);

    private final Reception reception;
    private final WorkFloor floor;
    private final Agenda agenda;
    private final Completions completions = new Completions();
    private final Erasures erasures;
    private final Retention retention;

    /**
     * Puts it together.
     *
     * @param rows where rows are kept
     * @param files where files are kept, and how they travel
     * @param photos takes reference photos in
     * @param ids makes ids
     * @param cacheBytes about how much memory the front of the cache may use
     * @param around what everything lives in
     */
    public Engine(
            Rows rows,
            Files files,
            PhotoIntake photos,
            Ids ids,
            long cacheBytes,
            Surroundings around) {
        this.agenda = rows.agenda();
        Router router =
                new Router(files.links().reachable() || OrderDesk.lendsLinks(files.pictures()));
        MadeBefore made =
                new MadeBefore(
                        rows.productions(),
                        files.pictures(),
                        () -> around.inForce().cacheLife(),
                        cacheBytes,
                        around.clock());
        Flights flights = new Flights(made::forget);
        OrderDesk orders =
                new OrderDesk(files.photos(), files.pictures(), files.links(), around.clock());
        this.floor =
                new WorkFloor(
                        rows.generations(),
                        rows.productions(),
                        router,
                        orders,
                        files.copies(),
                        files.inline(),
                        flights,
                        completions,
                        ids,
                        around);
        this.erasures =
                new Erasures(rows.erasures(), files.photos(), files.pictures(), made, ids, around);
        this.retention =
                new Retention(rows.retention(), files.photos(), files.pictures(), made, around);
        Buying buying =
                new Buying(
                        rows.generations(), rows.productions(), files.photos(), made, flights, ids);
        this.reception =
                new Reception(
                        new Acceptor(rows.generations(), photos, made, router, buying, ids, around),
                        rows.generations(),
                        rows.productions(),
                        new Reception.Workshop(agenda, floor.worker(), completions),
                        erasures,
                        around);
    }

    /**
     * Where rows are kept.
     *
     * @param generations what apps asked for
     * @param productions what is made
     * @param erasures what is to be deleted
     * @param retention what is kept for a time
     * @param agenda who works on what
     */
    public record Rows(
            GenerationStore generations,
            ProductionStore productions,
            ErasureStore erasures,
            RetentionStore retention,
            Agenda agenda) {}

    /**
     * Where files are kept, and how they travel.
     *
     * @param photos the store of reference photos
     * @param pictures the store of pictures
     * @param links our own links to reference photos
     * @param copies brings bought pictures into the store
     * @param inline keeps pictures that came inside an answer
     */
    public record Files(
            ObjectStore photos,
            ObjectStore pictures,
            PhotoLinks links,
            PictureCopies copies,
            InlinePictures inline) {}

    /** The front. */
    public Generations generations() {
        return reception;
    }

    /** Takes up what an earlier process left, then whatever is accepted. */
    public void begin() {
        ProductionWorker worker = floor.worker();
        agenda.begin(worker::run);
        agenda.every("erasures", ERASE_EVERY, erasures::goOnWithAll);
        agenda.every("retention", SWEEP_EVERY, retention::sweep);
    }

    /**
     * Lets waiting callers go and no new order out, waits for the answers to those on their way,
     * and stops. What runs is kept for the next start.
     */
    public void stop(Duration grace) throws InterruptedException {
        completions.close();
        floor.close(grace);
        agenda.close();
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
