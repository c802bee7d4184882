package dev.vignette.simulation.vendor;

import dev.vignette.simulation.fault.Fault;
import dev.vignette.simulation.fault.Faults;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where all providers' pictures lie, and what their links answer. */
public final class Links {
    private static final String HOST = "https://pictures.example/";
    private static final int NOT_FOUND = 404;
    private static final int OK = 200;

    private final List<Vendor> vendors;
    private final Faults faults;
    private final Map<URI, Boolean> drawn = new HashMap<>();
    private final Set<URI> asked = new HashSet<>();
    private boolean slow;

    /** All pictures of these. */
    public Links(List<Vendor> vendors, Faults faults) {
        this.vendors = vendors;
        this.faults = faults;
    }

    /** The link to a picture of a job. */
    public static URI to(Job job, int place) {
        return URI.create(HOST + job.id() + "/" + place);
    }

    /** The picture behind a link, whether or not it still answers; empty when there never was. */
    public static Optional<byte[]> picture(URI link) {
        Path path = Path.of(link.getPath());
        return path.getNameCount() == 2
                ? Optional.of(Pictures.of(job(link), Integer.parseInt(path.getName(1).toString())))
                : Optional.empty();
    }

    /** Whether every download takes minutes. */
    public void slow(boolean minutes) {
        slow = minutes;
    }

    Duration trip() {
        return slow
                ? faults.chance().between(Duration.ofMinutes(1), Duration.ofMinutes(2))
                : faults.chance().between(Duration.ofMillis(10), Duration.ofSeconds(3));
    }

    /** Whether a link died before its time, so that losing its picture is nobody's fault. */
    public boolean diedEarly(URI link) {
        return drawn.getOrDefault(link, false);
    }

    /** The HTTP status of an answer there now. */
    int status(URI link) {
        Found found = find(link);
        boolean dead = drawn.computeIfAbsent(link, _ -> faults.strikes(Fault.LINK_DEAD));
        if (dead || found.vendor().now() >= found.job().fate().linksDieAt()) {
            return NOT_FOUND;
        }
        boolean first = asked.add(link);
        return first && faults.strikes(Fault.LINK_EARLY) ? NOT_FOUND : OK;
    }

    private static String job(URI link) {
        return Path.of(link.getPath()).getName(0).toString();
    }

    private record Found(Vendor vendor, Job job) {}

    private Found find(URI link) {
        String id = job(link);
        return vendors.stream()
                .flatMap(vendor -> vendor.job(id).map(job -> new Found(vendor, job)).stream())
                .findFirst()
                .orElseThrow();
    }
}
