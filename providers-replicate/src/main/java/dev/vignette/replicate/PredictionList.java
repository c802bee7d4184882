package dev.vignette.replicate;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.vignette.id.AttemptId;
import dev.vignette.provider.ListedJob;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.Order;
import dev.vignette.provider.TaskHandle;
import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The account's predictions, read page by page. The list is newest first, so predictions that are
 * created meanwhile push nothing across the border of a page ("List predictions").
 */
final class PredictionList implements ListsJobs {
    /** Inputs are removed an hour after the prediction ("Data retention"). */
    private static final Duration MEMORY = Duration.ofHours(1);

    /** Of a hundred predictions each: more than an account may order in half an hour. */
    private static final int MOST_PAGES = 200;

    private final PortraitSeries model;
    private final ReplicateWire wire;
    private final Clock clock;

    PredictionList(PortraitSeries model, ReplicateWire wire, Clock clock) {
        this.model = model;
        this.wire = wire;
        this.clock = clock;
    }

    @Override
    public String likeness(Order order) {
        return Likeness.of(model, order);
    }

    @Override
    public Duration memory() {
        return MEMORY;
    }

    /** Reads with a usual difference of the clocks first; again, if the answer shows another. */
    @Override
    public Listing list(Instant from, Instant to) {
        try {
            Reading reading = new Reading(from, to, ClockSkew.SMALL);
            PredictionPage first = reading.page(null);
            if (!ClockSkew.SMALL.covers(reading.measured)) {
                reading = new Reading(from, to, reading.measured);
                first = reading.page(null);
            }
            return new Listing.Complete(reading.toTheEnd(first));
        } catch (UnreadableList broken) {
            return new Listing.Broken(broken.failure());
        }
    }

    /** One way through the list. */
    private final class Reading {
        private final ClockSkew skew;
        private final String filter;
        private ClockSkew measured;

        Reading(Instant from, Instant to, ClockSkew skew) {
            this.skew = skew;
            this.measured = skew;
            this.filter =
                    "/predictions?created_after=%s&created_before=%s"
                            .formatted(skew.before(from), skew.after(to));
        }

        List<ListedJob> toTheEnd(PredictionPage first) throws UnreadableList {
            Map<TaskHandle, ListedJob> jobs = new LinkedHashMap<>();
            Set<String> cursors = new HashSet<>();
            PredictionPage page = first;
            while (true) {
                for (Fields prediction : page.results()) {
                    ListedJob job = job(prediction);
                    jobs.put(job.task(), job);
                }
                if (page.cursor() == null) {
                    return List.copyOf(jobs.values());
                }
                if (!cursors.add(page.cursor()) || cursors.size() >= MOST_PAGES) {
                    throw UnreadableList.malformed("Replicate's list does not end.");
                }
                page = page(page.cursor());
            }
        }

        PredictionPage page(@Nullable String cursor) throws UnreadableList {
            String suffix = cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, UTF_8);
            Instant asked = clock.instant();
            Reply.Answered answer = UnreadableList.answered(wire.get(filter + suffix));
            measured = ClockSkew.measured(answer, asked, clock.instant()).orElse(measured);
            return answer.body()
                    .flatMap(PredictionPage::of)
                    .orElseThrow(
                            () -> UnreadableList.malformed("Replicate's list is not readable."));
        }

        private ListedJob job(Fields prediction) throws UnreadableList {
            Optional<Prediction> read = Prediction.of(prediction);
            Optional<Instant> created = prediction.time("created_at");
            if (read.isEmpty() || created.isEmpty()) {
                throw UnreadableList.malformed("Replicate's list shows a job nobody can read.");
            }
            return new ListedJob(
                    TaskHandle.of(read.get().id()),
                    skew.ours(created.get()),
                    mentions(prediction),
                    Likeness.of(model, prediction).orElse(null));
        }
    }

    private static Set<AttemptId> mentions(Fields prediction) {
        return Stream.concat(
                        prediction.object("input").allTexts(), prediction.text("webhook").stream())
                .flatMap(text -> AttemptId.mentionedIn(text).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
