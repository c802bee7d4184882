package dev.vignette.engine.watch;

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
    private static final Comparator<Subject> OLDEST_FIRST =
            Comparator.comparingLong(Subject::first);

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
        long soonest = 0;
        for (int i = 0; i < sorted.size(); i++) {
            long at = due.applyAsLong(sorted.get(i));
            if (!sorted.get(i).reading() && (first < 0 || at - soonest < 0)) {
                first = i;
                soonest = at;
            }
        }
        return first < 0 ? Optional.empty() : Optional.of(page(sorted, first, soonest));
    }

    private Page page(List<Subject> sorted, int first, long due) {
        List<Subject> unfound = sorted.stream().filter(subject -> !subject.found()).toList();
        long from = sorted.get(first).first();
        long to = sorted.get(first).end();
        for (int i = first + 1; i < sorted.size(); i++) {
            long further = Math.max(to, sorted.get(i).end());
            if (!fits(unfound, from, further)) {
                return new Page(from, to, due, within(sorted, from, to));
            }
            to = further;
        }
        for (int i = first - 1; i >= 0; i--) {
            long further = Math.min(from, sorted.get(i).first());
            long end = Math.max(to, sorted.get(i).end());
            if (!fits(unfound, further, end)) {
                break;
            }
            from = further;
            to = end;
        }
        return new Page(from, to, due, within(sorted, from, to));
    }

    /** Counts those too that may be in there and that no reading has counted yet. */
    private boolean fits(List<Subject> unfound, long from, long to) {
        long more =
                unfound.stream()
                        .filter(subject -> subject.first() < to)
                        .filter(subject -> subject.end() > from)
                        .count();
        return chart.count(from, to) + more <= room;
    }

    private static List<Subject> within(List<Subject> sorted, long from, long to) {
        List<Subject> within = new ArrayList<>();
        for (Subject subject : sorted) {
            if (subject.first() >= from && subject.end() <= to) {
                within.add(subject);
            }
        }
        return within;
    }
}
