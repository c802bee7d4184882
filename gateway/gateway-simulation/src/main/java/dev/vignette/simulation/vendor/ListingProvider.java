package dev.vignette.simulation.vendor;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs;
import dev.vignette.provider.WebhookCall;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.WallClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One gateway's account at a provider that lists its jobs, stops them and signs its calls, as
 * Replicate does. What was asked is shown for an hour.
 */
public final class ListingProvider
        implements ImageProvider, Cancels, ListsJobs, WatchesJobs, SendsWebhooks {
    /** How long links and inputs live. */
    public static final Duration MEMORY = Duration.ofHours(1);

    private static final int PICTURES_PER_ORDER = 4;
    private static final int JOBS_PER_CALL = 5;

    private final Vendor vendor;
    private final ProviderLine line;
    private final WallClock clock;
    private final Scene scene;

    /** The account as that machine reaches it. */
    public ListingProvider(
            Vendor vendor, Machine machine, WallClock clock, Scene scene, Sabotage sabotage) {
        this.vendor = vendor;
        this.line =
                new ProviderLine(
                        vendor, machine, clock, scene, sabotage, MEMORY, PICTURES_PER_ORDER);
        this.clock = clock;
        this.scene = scene;
    }

    @Override
    public String name() {
        return line.name();
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return line.capabilities(kind);
    }

    @Override
    public Submission submit(Order order) {
        return line.submit(order);
    }

    @Override
    public Progress check(TaskHandle task) {
        return line.check(task);
    }

    @Override
    public void cancel(TaskHandle task) {
        boolean _ =
                line.ask(
                        () -> {
                            vendor.job(task.providerId()).ifPresent(vendor::stop);
                            return true;
                        },
                        () -> false);
    }

    @Override
    public Listing list(Instant from, Instant to) {
        if (scene.faults().strikes(Fault.LIST_SLOW)) {
            line.hang(
                    scene.faults().chance().between(Duration.ofMillis(100), Duration.ofSeconds(4)));
        }
        if (scene.faults().strikes(Fault.LIST_FAILS)) {
            return line.ask(ListingProvider::broken, ListingProvider::broken);
        }
        return line.ask(() -> read(from, to), ListingProvider::broken);
    }

    private Listing read(Instant from, Instant to) {
        long now = vendor.now();
        List<ListedJob> jobs =
                vendor.jobs().stream()
                        .filter(job -> job.listed(now))
                        .filter(job -> !clock.at(job.fate().createdAt()).isBefore(from))
                        .filter(job -> !clock.at(job.fate().createdAt()).isAfter(to))
                        .map(job -> listed(job, now))
                        .toList();
        return new Listing.Complete(jobs);
    }

    private ListedJob listed(Job job, long now) {
        boolean forgotten = job.over(now) && job.forgotten(now, MEMORY.toNanos());
        return new ListedJob(
                job.task(),
                clock.at(job.fate().createdAt()),
                forgotten ? Set.of() : job.told().mentions(),
                forgotten ? null : job.told().likeness());
    }

    private static Listing broken() {
        return new Listing.Broken(
                ProviderFailure.of(FailureKind.UNAVAILABLE, "the list cannot be read"));
    }

    @Override
    public int jobsPerCall() {
        return JOBS_PER_CALL;
    }

    @Override
    public Reading watch(Instant from, Instant to) {
        return scene.faults().strikes(Fault.LIST_FAILS)
                ? line.ask(ListingProvider::unwatched, ListingProvider::unwatched)
                : line.ask(() -> watched(from, to), ListingProvider::unwatched);
    }

    private Reading watched(Instant from, Instant to) {
        long now = vendor.now();
        List<SeenJob> jobs =
                vendor.jobs().stream()
                        .filter(job -> job.listed(now))
                        .filter(job -> !clock.at(job.fate().createdAt()).isBefore(from))
                        .filter(job -> clock.at(job.fate().createdAt()).isBefore(to))
                        .map(this::seen)
                        .toList();
        return new Reading.Complete(jobs, 1 + jobs.size() / JOBS_PER_CALL);
    }

    private SeenJob seen(Job job) {
        Stand stand =
                switch (line.look(job)) {
                    case Progress.Finished finished -> new Stand.Finished(finished.delivery());
                    case Progress.Ended _ -> new Stand.Over();
                    case Progress.Working _, Progress.Unreadable _ -> new Stand.Working();
                };
        return new SeenJob(job.task(), clock.at(job.fate().createdAt()), stand);
    }

    private static Reading unwatched() {
        return new Reading.Broken(
                ProviderFailure.of(FailureKind.UNAVAILABLE, "the list cannot be read"), 1);
    }

    @Override
    public String likeness(Order order) {
        return line.likeness(order);
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }

    @Override
    public Notice read(WebhookCall call) {
        return Webhooks.proven(call);
    }

    @Override
    public void close() {
        line.close();
    }
}
