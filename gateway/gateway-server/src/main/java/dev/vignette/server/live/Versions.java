package dev.vignette.server.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The version in force and those that orders may still run under. One thread at a time changes
 * them; any number reads.
 */
final class Versions {
    private volatile List<Applied> kept = List.of();

    /** All, oldest first. */
    List<Applied> all() {
        return kept;
    }

    /** The one in force, or empty before the first. */
    Optional<Applied> current() {
        List<Applied> now = kept;
        return now.isEmpty() ? Optional.empty() : Optional.of(now.getLast());
    }

    /** The one of that number, as long as it is kept. */
    Optional<Applied> numbered(long number) {
        return kept.stream().filter(applied -> applied.number() == number).findFirst();
    }

    /** From now on that one is in force. */
    void add(Applied next) {
        List<Applied> more = new ArrayList<>(kept);
        more.add(next);
        kept = List.copyOf(more);
    }

    /** The one in force is written so from now on. */
    void replaceCurrent(Applied same) {
        List<Applied> others = new ArrayList<>(kept);
        others.set(others.size() - 1, same);
        kept = List.copyOf(others);
    }

    /**
     * Forgets those that were over before that moment, and returns them. One is over when the next
     * one came into force.
     */
    List<Applied> retire(Instant moment) {
        List<Applied> old = new ArrayList<>();
        List<Applied> rest = new ArrayList<>(kept);
        while (rest.size() > 1 && rest.get(1).version().appliedAt().isBefore(moment)) {
            old.add(rest.removeFirst());
        }
        if (!old.isEmpty()) {
            kept = List.copyOf(rest);
        }
        return old;
    }
}
