package dev.vignette.simulation.vendor;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.Order;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Scene;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One provider: what it is sent, takes, makes and bills. It survives every gateway and knows
 * nothing of them; what it knows is the truth that gateways are measured against.
 */
public final class Vendor {
    private static final Duration QUICKEST = Duration.ofMillis(500);
    private static final Duration USUAL = Duration.ofSeconds(40);
    private static final Duration SLOWEST = Duration.ofMinutes(30);

    /** Lists are complete two minutes after a job was taken. */
    private static final Duration LONGEST_LAG = Duration.ofSeconds(115);

    private static final long NEVER = Long.MAX_VALUE / 2;

    private final String name;
    private final Duration outputLife;
    private final Scene scene;
    private final Postman postman;
    private final Map<AttemptId, Integer> orders = new HashMap<>();
    private final Map<AttemptId, Integer> calls = new HashMap<>();
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    /**
     * Without jobs.
     *
     * @param outputLife how long links live after a job was taken
     * @param postman brings its calls to a gateway
     */
    public Vendor(String name, Duration outputLife, Scene scene, Postman postman) {
        this.name = name;
        this.outputLife = outputLife;
        this.scene = scene;
        this.postman = postman;
    }

    /** Its name in every gateway's configuration. */
    public String name() {
        return name;
    }

    /** How often an order of each attempt arrived, whatever was answered. */
    public Map<AttemptId, Integer> orders() {
        return Map.copyOf(orders);
    }

    /** How often a gateway began to send each attempt's order, whether or not it arrived. */
    public Map<AttemptId, Integer> calls() {
        return Map.copyOf(calls);
    }

    /** An order is about to leave a gateway. */
    void called(Order order) {
        calls.merge(order.attempt(), 1, Integer::sum);
    }

    /** Every job it ever took, in order. */
    public Collection<Job> jobs() {
        return jobs.values();
    }

    /** The job of that id, or empty when there never was one. */
    public Optional<Job> job(String id) {
        return Optional.ofNullable(jobs.get(id));
    }

    /** How long links live after a job was taken. */
    Duration outputLife() {
        return outputLife;
    }

    long now() {
        return scene.scheduler().now();
    }

    /** An order has arrived. */
    void arrived(Order order) {
        orders.merge(order.attempt(), 1, Integer::sum);
    }

    /** Takes an order: from here on somebody owes money. */
    Job take(Order order, String likeness, boolean atOnce) {
        Chance chance = scene.faults().chance();
        Duration length =
                scene.faults().strikes(Fault.JOB_SLOW)
                        ? chance.between(USUAL, SLOWEST)
                        : chance.between(QUICKEST, USUAL);
        long now = scene.scheduler().now();
        long ends = atOnce ? now : now + length.toNanos();
        boolean blinks = scene.faults().strikes(Fault.LIST_BLINKS);
        Duration lag = blinks ? LONGEST_LAG : lag();
        Job job =
                new Job(
                        "%s-%d".formatted(name, jobs.size() + 1),
                        order.attempt(),
                        order.count(),
                        told(order, likeness),
                        new Job.Fate(
                                now,
                                now + lag.toNanos(),
                                blinks ? blinksAt(now + lag.toNanos()) : NEVER,
                                ends,
                                brings(order.count()),
                                now + outputLife.toNanos()));
        jobs.put(job.id(), job);
        scene.story().tell(name, () -> "takes %s as %s".formatted(order.attempt(), job.id()));
        scene.scheduler().after(Duration.ofNanos(ends - now), () -> ended(job));
        return job;
    }

    private Duration lag() {
        return scene.faults().strikes(Fault.LIST_LAGS)
                ? scene.faults().chance().between(QUICKEST, LONGEST_LAG)
                : Duration.ZERO;
    }

    private long blinksAt(long listed) {
        return listed + scene.faults().chance().between(QUICKEST, USUAL).toNanos();
    }

    private static Job.Told told(Order order, String likeness) {
        Set<AttemptId> mentions = new HashSet<>();
        order.webhook().map(URI::toString).map(AttemptId::mentionedIn).ifPresent(mentions::addAll);
        order.photo()
                .link()
                .map(URI::toString)
                .map(AttemptId::mentionedIn)
                .ifPresent(mentions::addAll);
        return new Job.Told(mentions, likeness, order.webhook().orElse(null));
    }

    private int brings(int ordered) {
        if (scene.faults().strikes(Fault.JOB_FAILS)) {
            return 0;
        }
        boolean fewer = ordered > 1 && scene.faults().strikes(Fault.JOB_BRINGS_FEWER);
        return fewer ? scene.faults().chance().between(1, ordered - 1) : ordered;
    }

    private void ended(Job job) {
        if (job.stopped()) {
            return;
        }
        scene.story()
                .tell(
                        name,
                        () -> "%s is over, %d pictures".formatted(job.id(), job.fate().brings()));
        if (scene.faults().strikes(Fault.JOB_DATA_REMOVED)) {
            job.removeData();
        }
        call(job);
    }

    void stop(Job job) {
        if (!job.over(scene.scheduler().now())) {
            job.stop(scene.scheduler().now());
            scene.story().tell(name, () -> job.id() + " is stopped");
            call(job);
        }
    }

    private void call(Job job) {
        URI callback = job.told().callback();
        if (callback != null) {
            postman.deliver(name, callback, job.id());
        }
    }

    /** Brings a provider's calls to gateways, more or less. */
    @FunctionalInterface
    public interface Postman {
        /** Calls that address about that job, some time. */
        void deliver(String vendor, URI callback, String job);
    }
}
