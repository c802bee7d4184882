package dev.vignette.engine.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Says which stretch of the list is read next: from the job that is due first towards the newer
 * ones, as far as one call reaches. Read again and again, this goes through all jobs in turn,
 * oldest first, and cuts the list anew each time, so that no call is spent on where nobody is left.
 */
final class Rota {
    private static final Comparator<Subject> OLDEST_FIRST = Comparator.comparing(Subject::first);

    /** What others order meanwhile needs some room. */
    private static final int FILLED_PERCENT = 95;

    private final Chart chart;
    private final int room;

    /**
     * @param chart what is known of the list
     * @param jobsPerCall how many jobs one call shows
     */
    Rota(Chart chart, int jobsPerCall) {
        this.chart = chart;
        this.room = Math.max(1, jobsPerCall * FILLED_PERCENT / 100);
    }

    /** The next stretch; empty when all are being read. */
    Optional<Page> next(Collection<Subject> subjects, ToLongFunction<Subject> due) {
        List<Subject> sorted = subjects.stream().sorted(OLDEST_FIRST).toList();
        int first = -1;
        for (int i = 0; i < sorted.size(); i++) {
            if (!sorted.get(i).reading() && (first < 0 || isSooner(sorted, i, first, due))) {
                first = i;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(page(sorted, first));
    }

    private static boolean isSooner(
            List<Subject> sorted, int one, int other, ToLongFunction<Subject> due) {
        return due.applyAsLong(sorted.get(one)) - due.applyAsLong(sorted.get(other)) < 0;
    }

    private Page page(List<Subject> sorted, int first) {
        List<Subject> unfound = sorted.stream().filter(subject -> !subject.found()).toList();
        Instant from = sorted.get(first).first();
        Instant to = sorted.get(first).end();
        for (int i = first + 1; i < sorted.size(); i++) {
            Instant further = later(to, sorted.get(i).end());
            if (!fits(unfound, from, further)) {
                return new Page(from, to, within(sorted, from, to));
            }
            to = further;
        }
        for (int i = first - 1; i >= 0; i--) {
            Instant further = earlier(from, sorted.get(i).first());
            Instant end = later(to, sorted.get(i).end());
            if (!fits(unfound, further, end)) {
                break;
            }
            from = further;
            to = end;
        }
        return new Page(from, to, within(sorted, from, to));
    }

    /** Counts those too that may be in there and that no reading has counted yet. */
    private boolean fits(List<Subject> unfound, Instant from, Instant to) {
        long more =
                unfound.stream()
                        .filter(subject -> subject.first().isBefore(to))
                        .filter(subject -> subject.end().isAfter(from))
                        .count();
        return chart.count(from, to) + more <= room;
    }

    private static List<Subject> within(List<Subject> sorted, Instant from, Instant to) {
        List<Subject> within = new ArrayList<>();
        for (Subject subject : sorted) {
            if (!subject.first().isBefore(from) && !subject.end().isAfter(to)) {
                within.add(subject);
            }
        }
        return within;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
