package dev.vignette.replicate;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.Usage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account at Replicate. A job is a prediction; its handle is the prediction's id. */
final class ReplicateProvider implements ImageProvider, Cancels {
    /**
     * Short, because until the answer comes nobody knows the id; long enough for refusals by the
     * model's own checks. See docs/decisions/0003-short-wait-at-replicate.md.
     */
    private static final String PREFER = "wait=1";

    /** Bounds of {@code Cancel-After} ("Create a prediction"). */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(5);

    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(ReplicateProvider.class);

    private final String name;
    private final PortraitSeries model;
    private final ReplicateWire wire;
    private final Clock clock;
    private final Endings endings;
    private final Pacing pacing;

    ReplicateProvider(String name, ReplicateSettings settings, ReplicateWire wire, Clock clock) {
        this.name = name;
        this.model = new PortraitSeries(settings);
        this.wire = wire;
        this.clock = clock;
        this.endings = new Endings(clock);
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        this.pacing = new Pacing(clock, random);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Capabilities> capabilities(Kind kind) {
        return Optional.of(model.capabilities(kind));
    }

    @Override
    public Submission submit(Order order) {
        Optional<ProviderFailure> misfit = model.misfit(order);
        if (misfit.isPresent()) {
            return new Submission.Refused(misfit.get());
        }
        return switch (new PhotoPassage(wire).bring(order.photo())) {
            case PhotoPassage.Arrival.Failed failed -> failed.outcome();
            case PhotoPassage.Arrival.Ready photo -> send(order, photo.reference());
        };
    }

    @Override
    public Progress check(TaskHandle task) {
        Instant asked = clock.instant();
        return switch (wire.get(path(task))) {
            case Reply.Answered answer when answer.succeeded() -> progress(task, asked, answer);
            case Reply.Answered answer when isGone(answer) ->
                    new Progress.Ended(
                            ProviderFailure.of(FailureKind.LOST, "Replicate knows no such job."),
                            Usage.UNKNOWN);
            case Reply.Answered answer -> unreadable(HttpRefusal.of(answer));
            case Reply.NotSent line -> unreadable(FailureKind.UNAVAILABLE, line.why());
            case Reply.Broken line -> unreadable(FailureKind.UNAVAILABLE, line.why());
        };
    }

    @Override
    public void cancel(TaskHandle task) {
        switch (wire.post(path(task) + "/cancel")) {
            case Reply.Answered answer ->
                    LOG.debug("{}: cancel answered with {}", task.providerId(), answer.status());
            case Reply.NotSent line ->
                    LOG.info("{}: not cancelled, {}", task.providerId(), line.why());
            case Reply.Broken line ->
                    LOG.info("{}: perhaps not cancelled, {}", task.providerId(), line.why());
        }
    }

    /** The one call that may cost money. */
    private Submission send(Order order, String photo) {
        Map<String, Object> body = new LinkedHashMap<>();
        model.settings().version().ifPresent(version -> body.put("version", version));
        body.put("input", model.input(order, photo));
        Map<String, String> headers =
                Map.of("Prefer", PREFER, "Cancel-After", cancelAfter(order.timeLeft()));
        return switch (wire.post(orderPath(), headers, body)) {
            case Reply.Answered answer when answer.succeeded() -> taken(answer);
            case Reply.Answered answer when HttpRefusal.isDefinite(answer.status()) ->
                    new Submission.Refused(HttpRefusal.of(answer));
            case Reply.Answered answer ->
                    new Submission.Unknown("Replicate answered with status " + answer.status());
            case Reply.NotSent line ->
                    new Submission.NotSent(ProviderFailure.of(FailureKind.UNAVAILABLE, line.why()));
            case Reply.Broken line -> new Submission.Unknown(line.why());
        };
    }

    private Submission taken(Reply.Answered answer) {
        Optional<Prediction> prediction = answer.body().flatMap(Prediction::of);
        if (prediction.isEmpty()) {
            return new Submission.Unknown("Replicate answered without naming a job");
        }
        TaskHandle task = TaskHandle.of(prediction.get().id());
        return endings.of(prediction.get())
                .map(end -> atOnce(task, end))
                .orElseGet(() -> new Submission.Accepted(task, pacing.first()));
    }

    private static Submission atOnce(TaskHandle task, Progress end) {
        return switch (end) {
            case Progress.Finished finished -> new Submission.Finished(task, finished.delivery());
            case Progress.Ended ended -> new Submission.Ended(task, ended.failure(), ended.usage());
            case Progress.Working working -> new Submission.Accepted(task, working.checkAfter());
            case Progress.Unreadable unreadable ->
                    new Submission.Accepted(task, unreadable.checkAfter());
        };
    }

    private Progress progress(TaskHandle task, Instant asked, Reply.Answered answer) {
        Optional<Prediction> read =
                answer.body()
                        .flatMap(Prediction::of)
                        .filter(prediction -> prediction.id().equals(task.token()));
        if (read.isEmpty()) {
            return unreadable(
                    FailureKind.MALFORMED_ANSWER, "Replicate's answer is not about the job.");
        }
        Duration next = pacing.next(read.get().createdAt(), asked, answer);
        return endings.of(read.get()).orElseGet(() -> new Progress.Working(next));
    }

    /**
     * A page of HTML with that status comes from something in front and says nothing of the job.
     */
    private static boolean isGone(Reply.Answered answer) {
        return answer.status() == 404 && answer.body().isPresent();
    }

    private Progress unreadable(FailureKind kind, String why) {
        return unreadable(ProviderFailure.of(kind, why));
    }

    private Progress unreadable(ProviderFailure failure) {
        return new Progress.Unreadable(failure, pacing.afterFailure(failure.retryAfter()));
    }

    private String orderPath() {
        return model.settings().version().isPresent()
                ? "/predictions"
                : "/models/" + model.settings().modelName() + "/predictions";
    }

    private static String path(TaskHandle task) {
        return "/predictions/" + URLEncoder.encode(task.token(), StandardCharsets.UTF_8);
    }

    /** Plain seconds: the documentation's own example with minutes contradicts its rule. */
    private static String cancelAfter(Duration timeLeft) {
        long seconds = timeLeft.toSeconds();
        long clamped = Math.clamp(seconds, SHORTEST_LIFE.toSeconds(), LONGEST_LIFE.toSeconds());
        return Long.toString(clamped);
    }
}
