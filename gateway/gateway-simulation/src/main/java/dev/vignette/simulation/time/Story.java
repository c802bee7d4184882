package dev.vignette.simulation.time;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** What happened in a schedule, line by line with its time, when somebody wants to read it. */
public final class Story {
    private final Scheduler scheduler;
    private final boolean told;
    private final List<String> lines = new ArrayList<>();

    /**
     * Empty.
     *
     * @param told whether it is kept; else every line is dropped unread
     */
    public Story(Scheduler scheduler, boolean told) {
        this.scheduler = scheduler;
        this.told = told;
    }

    /** That happened now. */
    public void tell(String who, Supplier<String> what) {
        if (told) {
            lines.add("%s  %-12s %s".formatted(time(), who, what.get()));
        }
    }

    /** All of it so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    private String time() {
        Duration now = Duration.ofNanos(scheduler.now());
        return String.format(
                Locale.ROOT,
                "%d:%02d:%02d.%03d",
                now.toHours(),
                now.toMinutesPart(),
                now.toSecondsPart(),
                now.toMillisPart());
    }
}
