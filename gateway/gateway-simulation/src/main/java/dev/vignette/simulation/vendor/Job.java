package dev.vignette.simulation.vendor;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.TaskHandle;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A job at a provider, as the provider knows it. Times are nanoseconds since the world began. */
public final class Job {
    /** Two readings half a minute apart do not both meet it. */
    private static final long BLINK = 25_000_000_000L;

    private final String id;
    private final AttemptId attempt;
    private final int ordered;
    private final Told told;
    private final Fate fate;
    private @Nullable Long stoppedAt;
    private boolean dataRemoved;

    Job(String id, AttemptId attempt, int ordered, Told told, Fate fate) {
        this.id = id;
        this.attempt = attempt;
        this.ordered = ordered;
        this.told = told;
        this.fate = fate;
    }

    /**
     * What the order told about itself.
     *
     * @param mentions our attempts named in it
     * @param likeness what it was asked
     * @param callback where to call, or {@code null}
     */
    record Told(Set<AttemptId> mentions, String likeness, @Nullable URI callback) {}

    /**
     * What is to become of it.
     *
     * @param createdAt when it was taken
     * @param listedAt since when the list shows it
     * @param blinksAt when the list leaves it out for some seconds
     * @param endsAt when it is over, unless it is stopped before
     * @param brings how many pictures; none when it fails
     * @param linksDieAt when its links die
     */
    public record Fate(
            long createdAt,
            long listedAt,
            long blinksAt,
            long endsAt,
            int brings,
            long linksDieAt) {}

    /** Its id, as on the invoice. */
    public String id() {
        return id;
    }

    /** The attempt that ordered it. */
    public AttemptId attempt() {
        return attempt;
    }

    /** How many pictures were ordered. */
    public int ordered() {
        return ordered;
    }

    /** How many pictures are on the invoice by then. */
    public int billed(long now) {
        return stoppedAt == null && now >= fate.endsAt() ? fate.brings() : 0;
    }

    /** Whether it is one that brings pictures; one that fails may be replaced. */
    public boolean brings() {
        return fate.brings() > 0;
    }

    /** Whether it is over by then, however it ended. */
    public boolean over(long now) {
        return stoppedAt != null || now >= fate.endsAt();
    }

    /** Whether it was stopped before it was over. */
    public boolean stopped() {
        return stoppedAt != null;
    }

    void stop(long now) {
        if (!over(now)) {
            stoppedAt = now;
        }
    }

    /** Whether an attempt of ours is named in it. */
    public boolean marked() {
        return !told.mentions().isEmpty();
    }

    /** Whether its data were removed before their time. */
    public boolean dataRemoved() {
        return dataRemoved;
    }

    void removeData() {
        dataRemoved = true;
    }

    /** Whether what was put in and came out is gone by then. */
    public boolean forgotten(long now, long memory) {
        return dataRemoved || now - fate.endsAt() > memory;
    }

    /** Whether the list shows it then. */
    boolean listed(long now) {
        boolean blinks = now >= fate.blinksAt() && now < fate.blinksAt() + BLINK;
        return now >= fate.listedAt() && !blinks;
    }

    TaskHandle task() {
        return TaskHandle.of(id);
    }

    Told told() {
        return told;
    }

    /** What was to become of it. */
    public Fate fate() {
        return fate;
    }
}
