package dev.vignette.simulation.world;

import dev.vignette.engine.request.Client;
import dev.vignette.engine.request.GenerationAsk;
import dev.vignette.generation.Generation;
import dev.vignette.objects.ObjectStore;
import dev.vignette.simulation.fault.Chance;
import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Faults;
import dev.vignette.simulation.fault.Scene;
import dev.vignette.simulation.gateway.AgendaTable;
import dev.vignette.simulation.gateway.Gateway;
import dev.vignette.simulation.gateway.Premises;
import dev.vignette.simulation.gateway.SignalParty;
import dev.vignette.simulation.sabotage.Sabotage;
import dev.vignette.simulation.time.Machine;
import dev.vignette.simulation.time.Scheduler;
import dev.vignette.simulation.time.Story;
import dev.vignette.simulation.time.WallClock;
import dev.vignette.simulation.vendor.Links;
import dev.vignette.simulation.vendor.ListingProvider;
import dev.vignette.simulation.vendor.PlainProvider;
import dev.vignette.simulation.vendor.Vendor;
import dev.vignette.tck.memory.MemoryRows;
import dev.vignette.tck.memory.MemorySendMark;
import dev.vignette.tck.objects.InMemoryObjectStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One schedule's world, drawn from its seed: providers, gateways, apps and what befalls them. It
 * lives on the thread that makes it.
 */
public final class World {
    private static final Duration SHORTEST_TROUBLE = Duration.ofMinutes(1);
    private static final Duration LONGEST_TROUBLE = Duration.ofMinutes(30);
    private static final Duration SLICE = Duration.ofSeconds(30);

    /** How long it takes to prove that an order never arrived, and to compare a backup. */
    private static final Duration SETTLE = Duration.ofMinutes(8);

    private static final Duration BOUND = Duration.ofHours(3);
    private static final int MOST_GATEWAYS = 3;
    private static final int MOST_APPS = 6;
    private static final int RUSHING_APPS = 80;

    private final Scheduler scheduler;
    private final Story story;
    private final Scene scene;
    private final Duration trouble;
    private final MemoryRows rows;
    private final Acknowledged acknowledged = new Acknowledged();
    private final InMemoryObjectStore objects = new InMemoryObjectStore();
    private final Vendor listing;
    private final Vendor plain;
    private final Links links;
    private final List<Gateway> gateways = new ArrayList<>();
    private final List<App> apps = new ArrayList<>();
    private final Disasters disasters;
    private final Revival revival;
    private final Mail mail;
    private final Operator operator;
    private final Health health;
    private final Path disk;
    private final Watch watch;
    private boolean calm;

    /**
     * Draws a world.
     *
     * @param seed what everything follows from
     * @param sabotage the bug that is planted
     * @param told whether its story is kept
     * @param photos the apps' photos
     * @param disk a directory of its own for the gateways' spools
     * @param watch looks on
     */
    public World(
            long seed, Sabotage sabotage, boolean told, Photos photos, Path disk, Watch watch) {
        this.watch = watch;
        this.disk = disk;
        Chance chance = new Chance(seed);
        this.scheduler = new Scheduler(chance.apart().source());
        this.story = new Story(scheduler, told);
        this.scene =
                new Scene(
                        scheduler,
                        new Faults(chance.apart(), sabotage.favoured(), () -> calm),
                        story);
        this.trouble = chance.between(SHORTEST_TROUBLE, LONGEST_TROUBLE);
        WallClock database = new WallClock(scheduler, Duration.ZERO);
        this.rows = new MemoryRows(database);
        this.mail = new Mail(scene, chance.apart(), gateways, sabotage);
        this.listing = new Vendor("listing", ListingProvider.MEMORY, scene, mail);
        this.plain = new Vendor("plain", PlainProvider.MEMORY, scene, mail);
        this.links = new Links(List.of(listing, plain), scene.faults());
        this.disasters = new Disasters(scene, chance.apart(), gateways, trouble);
        this.revival = new Revival(scene, chance.apart(), gateways);
        this.health = new Health(scheduler, gateways);
        this.operator = new Operator(chance.apart(), scene, sabotage, listing, plain);
        boolean rush = scene.faults().strikes(Fault.RUSH);
        links.slow(rush);
        int number = rush ? 1 : chance.between(1, MOST_GATEWAYS);
        Premises premises =
                new Premises(
                        scene,
                        chance.apart(),
                        rows,
                        new AgendaTable(scheduler, rows::entries),
                        new SignalParty(),
                        new MemorySendMark(),
                        objects,
                        disasters::objectsDown,
                        links,
                        photos.intake(),
                        operator::policy,
                        chance.of(0.7),
                        number == 1,
                        sabotage);
        if (sabotage == Sabotage.CHARGE_KEY_DROPPED) {
            rows.dropChargeKey();
        }
        for (int i = 1; i <= number; i++) {
            String name = "gateway-" + i;
            gateways.add(new Gateway(name, premises, disk.resolve(name), this::written));
        }
        people(photos, rush, chance.apart());
    }

    private void people(Photos photos, boolean rush, Chance chance) {
        Requests requests = new Requests(photos.people(), chance);
        Machine outside = new Machine("apps", scheduler);
        Client client = new Client("shop", Set.of());
        int number = rush ? RUSHING_APPS : chance.between(1, MOST_APPS);
        for (int i = 1; i <= number; i++) {
            GenerationAsk ask =
                    rush
                            ? requests.drawMany(i, i <= number / 2 ? plain.name() : listing.name())
                            : requests.draw();
            App app = new App("app-" + i, client, ask, gateways, scene, chance, acknowledged);
            apps.add(app);
            Duration begins =
                    rush ? Duration.ofSeconds(i) : chance.between(Duration.ofMillis(1), trouble);
            app.begin(outside, begins);
        }
    }

    /** Lets it run: first with everything that goes wrong, then until nothing is left to do. */
    public void run() {
        gateways.forEach(Gateway::start);
        disasters.plan();
        disasters.planRestore(rows);
        health.watch();
        revival.watch();
        scheduler.run(trouble);
        calm = true;
        disasters.end();
        story.tell("world", () -> "faults stop");
        revival.all();
        long end = scheduler.now() + BOUND.toNanos();
        while (!scheduler.stopped() && !atRest() && scheduler.now() < end) {
            scheduler.run(SLICE);
        }
        scheduler.run(SETTLE);
    }

    private boolean atRest() {
        return disasters.over()
                && gateways.stream().allMatch(Gateway::well)
                && quiet()
                && vendors().stream()
                        .flatMap(vendor -> vendor.jobs().stream())
                        .allMatch(job -> job.over(scheduler.now()));
    }

    /** Whether nothing is left to do. */
    public boolean quiet() {
        return apps.stream().allMatch(App::done)
                && rows.entries().isEmpty()
                && rows.allGenerations().stream().allMatch(Generation::done)
                && rows.allErasures().stream().allMatch(erasure -> erasure.doneAt() != null);
    }

    /** Looks on while a world goes on. */
    @FunctionalInterface
    public interface Watch {
        /** Something was written to the database. */
        void written(World world);
    }

    private void written() {
        watch.written(this);
    }

    /** Nothing more happens in it. */
    public void stop() {
        scheduler.stop();
    }

    /** What apps were told. */
    public Acknowledged acknowledged() {
        return acknowledged;
    }

    /** The store of files. */
    public ObjectStore objects() {
        return objects;
    }

    /** Where the providers' pictures lie. */
    public Links links() {
        return links;
    }

    /** Which calls of providers were taken. */
    public Mail mail() {
        return mail;
    }

    /** When gateways were able to work. */
    public Health health() {
        return health;
    }

    /** What the operator decided. */
    public Operator operator() {
        return operator;
    }

    /** How often an old backup was put back. */
    public int restored() {
        return disasters.restored();
    }

    /** What every part lives in. */
    public Scene scene() {
        return scene;
    }

    /** The directories of all spools. */
    public Path disk() {
        return disk;
    }

    /** The database, as it is. */
    public MemoryRows rows() {
        return rows;
    }

    /** Every provider. */
    public List<Vendor> vendors() {
        return List.of(listing, plain);
    }

    /** The provider whose list can be read. */
    public Vendor listing() {
        return listing;
    }

    /** What was told of it. */
    public Story story() {
        return story;
    }

    /** How many steps it took. */
    public long steps() {
        return scheduler.steps();
    }
}
