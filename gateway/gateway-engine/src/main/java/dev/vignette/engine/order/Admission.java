package dev.vignette.engine.order;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether anything may be bought now. Not while a restored database is compared, for it may have
 * been bought already, and not while a picture could not be saved in time.
 */
public final class Admission {
    private final List<Supplier<Optional<String>>> obstacles;

    /**
     * Asks these each time.
     *
     * @param obstacles why nothing may be bought, each empty when it is none
     */
    public Admission(List<Supplier<Optional<String>>> obstacles) {
        this.obstacles = List.copyOf(obstacles);
    }

    /** Why nothing may be bought now, a safe phrase, or empty when it may. */
    public Optional<String> closed() {
        return obstacles.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
    }
}
