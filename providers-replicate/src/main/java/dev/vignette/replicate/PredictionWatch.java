package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.provider.Progress;
import dev.vignette.provider.SeenJob;
import dev.vignette.provider.SeenJob.Stand;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.WatchesJobs;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the predictions of a span stand, a hundred to a call ("List predictions": {@code
 * created_after} is inclusive, {@code created_before} exclusive). The list shows each as a look at
 * it alone does, with its output and what it used.
 */
final class PredictionWatch implements WatchesJobs {
    private static final int PREDICTIONS_PER_CALL = 100;

    /** More is not for watching. */
    private static final int MOST_CALLS = 20;

    private final ReplicateWire wire;
    private final Endings endings;

    PredictionWatch(ReplicateWire wire, Endings endings) {
        this.wire = wire;
        this.endings = endings;
    }

    @Override
    public int jobsPerCall() {
        return PREDICTIONS_PER_CALL;
    }

    @Override
    public Reading watch(Instant from, Instant to) {
        Set<String> cursors = new HashSet<>();
        List<SeenJob> jobs = new ArrayList<>();
        int calls = 0;
        try {
            String cursor = null;
            do {
                calls++;
                PredictionPage page = page(from, to, cursor);
                for (Fields prediction : page.results()) {
                    jobs.add(job(prediction));
                }
                cursor = page.cursor();
                if (cursor != null && (!cursors.add(cursor) || calls >= MOST_CALLS)) {
                    throw UnreadableList.malformed("Replicate's list does not end.");
                }
            } while (cursor != null);
            return new Reading.Complete(jobs, calls);
        } catch (UnreadableList broken) {
            return new Reading.Broken(broken.failure(), calls);
        }
    }

    private PredictionPage page(Instant from, Instant to, @Nullable String cursor)
            throws UnreadableList {
        String suffix = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8);
        String path = "/predictions?created_after=%s&created_before=%s".formatted(from, to);
        return UnreadableList.answered(wire.get(path + suffix))
                .body()
                .flatMap(PredictionPage::of)
                .orElseThrow(() -> UnreadableList.malformed("Replicate's list is not readable."));
    }

    private SeenJob job(Fields fields) throws UnreadableList {
        Prediction prediction =
                Prediction.of(fields)
                        .filter(read -> read.createdAt() != null)
                        .orElseThrow(() ->
                                UnreadableList.malformed(
                                        "Replicate's list shows a job nobody can read."));
        Instant createdAt = fields.time("created_at").orElseThrow();
        return new SeenJob(TaskHandle.of(prediction.id()), createdAt, stand(prediction));
    }

    /** What decides about money is complete, or asked for once more. */
    private Stand stand(Prediction prediction) {
        Optional<Progress> end = endings.of(prediction);
        if (end.isEmpty()) {
            return new Stand.Working();
        }
        boolean closed = prediction.completedAt() != null && prediction.predictTime() != null;
        return closed && end.get() instanceof Progress.Finished(var delivery)
                ? new Stand.Finished(delivery)
                : new Stand.Over();
    }
}
