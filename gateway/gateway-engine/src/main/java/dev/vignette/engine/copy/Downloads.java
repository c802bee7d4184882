package dev.vignette.engine.copy;

import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.work.FreshLinks;
import dev.vignette.fetch.FetchRules;
import dev.vignette.fetch.GuardedFetch;
import dev.vignette.generation.Picture;
import dev.vignette.provider.Asset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;

/** All downloads, and whether there is time for more of them. */
final class Downloads {
    /** What is bought next has to be here when four fifths of the shortest life are over. */
    private static final Duration IN_TIME = Life.SHORTEST.multipliedBy(4).dividedBy(5);

    private final AtomicInteger awaited = new AtomicInteger();
    private final GuardedFetch fetch;
    private final Spool spool;
    private final Lanes lanes;
    private final Throughput throughput;
    private final Surroundings around;

    Downloads(GuardedFetch fetch, Spool spool, Lanes lanes, Surroundings around) {
        this.fetch = fetch;
        this.spool = spool;
        this.lanes = lanes;
        this.throughput = new Throughput(around.waits());
        this.around = around;
    }

    /** The picture in the spool, or the outcome of the last try. */
    Outcome persist(Picture picture, Asset.Linked source, FetchRules rules, FreshLinks fresh)
            throws InterruptedException {
        awaited.incrementAndGet();
        try (LinkDownload links =
                new LinkDownload(picture.key(), fetch, spool, throughput, around)) {
            return new PersistentDownload(picture, links, lanes, fresh, around)
                    .persist(source, rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            awaited.decrementAndGet();
        }
    }

    /** How many wait for a lane. */
    int waiting() {
        return lanes.waiting();
    }

    /**
     * Says so when what is awaited would take so long that something bought now came too late. Not
     * while a lane is free: it would be fetched at once then, whatever the others do.
     */
    Optional<String> late() {
        OptionalDouble rate = throughput.bytesPerSecond();
        if (lanes.waiting() == 0 || rate.isEmpty()) {
            return Optional.empty();
        }
        double backlog = awaited.get() * throughput.meanSize();
        if (backlog <= rate.getAsDouble() * IN_TIME.toSeconds()) {
            return Optional.empty();
        }
        return Optional.of("pictures come in too slowly for those that are awaited already");
    }
}
