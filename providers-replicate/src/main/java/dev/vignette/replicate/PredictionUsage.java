package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.provider.TellsUsage;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the account's predictions used, a hundred to a call ("List predictions"). */
final class PredictionUsage implements TellsUsage {
    private static final Set<String> AT_WORK = Set.of("starting", "processing");

    private final ReplicateWire wire;

    PredictionUsage(ReplicateWire wire) {
        this.wire = wire;
    }

    @Override
    public UsagePage usage(Instant from, Instant to, @Nullable String cursor) {
        String suffix = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8);
        String path = "/predictions?created_after=%s&created_before=%s".formatted(from, to);
        try {
            PredictionPage page =
                    UnreadableList.answered(wire.get(path + suffix))
                            .body()
                            .flatMap(PredictionPage::of)
                            .orElseThrow(() ->
                                    UnreadableList.malformed("Replicate's list is not readable."));
            return new UsagePage.Read(jobs(page.results()), page.cursor());
        } catch (UnreadableList broken) {
            return new UsagePage.Broken(broken.failure());
        }
    }

    private static List<UsedJob> jobs(List<Fields> predictions) throws UnreadableList {
        List<UsedJob> jobs = new ArrayList<>();
        for (Fields fields : predictions) {
            Prediction prediction =
                    Prediction.of(fields)
                            .orElseThrow(() ->
                                    UnreadableList.malformed(
                                            "Replicate's list shows a job nobody can read."));
            Instant created = prediction.createdAt();
            if (created == null) {
                throw UnreadableList.malformed("Replicate's list shows a job without its time.");
            }
            if (!AT_WORK.contains(prediction.status())) {
                jobs.add(new UsedJob(prediction.id(), created, prediction.predictTime()));
            }
        }
        return jobs;
    }
}
