package dev.vignette.engine.watch;

import dev.vignette.provider.Delivery;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of one account that are watched, what is known of them, and what is to be read next.
 * Knows no threads and no time of its own. Not safe for many threads.
 */
final class Patrol {
    private static final Duration RING_AGAIN = Duration.ofSeconds(2);

    /** Until something happens. */
    private static final Duration LONG = Duration.ofSeconds(30);

    /** However slow the provider is, so many readings on their way keep the pace. */
    private static final int AT_ONCE = 64;

    private final Map<TaskHandle, Subject> subjects = new LinkedHashMap<>();
    private final Durations durations = new Durations();
    private final Chart chart = new Chart();
    private final Backoff backoff = new Backoff();
    private final String provider;
    private int underWay;

    Patrol(String provider) {
        this.provider = provider;
    }

    /**
     * What to do now.
     *
     * @param page what to read at once, or {@code null} for nothing
     * @param pause how long to wait before asking again, unless something happens
     */
    record Step(@Nullable Page page, Duration pause) {}

    void add(Subject subject, long now) {
        subject.given(now);
        subjects.put(subject.task(), subject);
    }

    void remove(Subject subject) {
        subjects.remove(subject.task(), subject);
    }

    boolean idle() {
        return subjects.isEmpty();
    }

    /** A job delivered after that long. */
    void took(int pictures, Duration duration) {
        durations.took(pictures, duration);
    }

    /** Whether the list has shown it within that time, or is about to for the first time. */
    boolean sees(Subject subject, Duration lately, long now) {
        boolean lagging = subject.unseen(now).compareTo(lately) >= 0;
        return !lagging && (subject.found() || backoff.over());
    }

    /** Says what to read when it is time, and takes a call for it off the budget. */
    Step next(int jobsPerCall, CallBudget budget, long now) {
        Duration silence = backoff.left(now);
        if (silence.isPositive()) {
            return new Step(null, silence);
        }
        Optional<Page> page =
                underWay < AT_ONCE
                        ? new Rota(chart, jobsPerCall).next(subjects.values(), this::due)
                        : Optional.empty();
        if (page.isEmpty()) {
            return new Step(null, LONG);
        }
        Duration early = Duration.ofNanos(page.get().due() - now);
        Duration pause = early.isPositive() ? early : budget.take();
        return pause.isPositive() ? new Step(null, pause) : begun(page.get(), now);
    }

    private long due(Subject subject) {
        return subject.due(durations.least(subject.pictures()));
    }

    private Step begun(Page page, long now) {
        chart.forgetBefore(
                subjects.values().stream().mapToLong(Subject::first).min().orElse(page.from()));
        page.subjects().forEach(subject -> subject.read(now));
        underWay++;
        return new Step(page, Duration.ZERO);
    }

    /**
     * Takes over what a reading came to.
     *
     * @param asked when it began
     * @return the bells to ring
     */
    List<Runnable> take(Page page, Reading reading, CallBudget budget, long asked, long now) {
        underWay--;
        page.subjects().forEach(Subject::readEnded);
        budget.spent(reading.calls() - 1);
        return switch (reading) {
            case Reading.Complete(var jobs, _) -> {
                backoff.worked(provider);
                yield seen(jobs, page, asked, now);
            }
            case Reading.Broken(var failure, _) -> {
                backoff.failed(provider, failure, now);
                yield List.of();
            }
        };
    }

    private List<Runnable> seen(List<SeenJob> jobs, Page page, long asked, long now) {
        chart.read(page.from(), page.to(), jobs.stream().map(SeenJob::createdAt).toList());
        List<Runnable> bells = new ArrayList<>();
        Set<TaskHandle> shown = new HashSet<>();
        for (SeenJob job : jobs) {
            shown.add(job.task());
            Subject subject = subjects.get(job.task());
            if (subject != null) {
                subject.seen(job.createdAt(), asked);
                if (isOver(subject, job.stand()) && subject.rings(now, RING_AGAIN)) {
                    bells.add(subject.bell());
                }
            }
        }
        page.subjects().stream()
                .filter(subject -> !shown.contains(subject.task()))
                .forEach(Subject::missed);
        return bells;
    }

    private static boolean isOver(Subject subject, Stand stand) {
        return switch (stand) {
            case Stand.Working _ -> false;
            case Stand.Over _ -> true;
            case Stand.Finished(Delivery delivery) -> {
                subject.delivered(delivery);
                yield true;
            }
        };
    }
}
