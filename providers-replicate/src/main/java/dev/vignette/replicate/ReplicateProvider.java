package dev.vignette.replicate;

import dev.vignette.portrait.Kind;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.Capabilities;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.ListsJobs;
import dev.vignette.provider.Notice;
import dev.vignette.provider.Order;
import dev.vignette.provider.Probe;
import dev.vignette.provider.Probes;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Quota;
import dev.vignette.provider.ReferencePhoto;
import dev.vignette.provider.SendsWebhooks;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.TellsQuota;
import dev.vignette.provider.TellsUsage;
import dev.vignette.provider.UploadsPhotos;
import dev.vignette.provider.Usage;
import dev.vignette.provider.WatchesJobs;
import dev.vignette.provider.WebhookCall;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An account at Replicate. A job is a prediction; its handle is the prediction's id. */
final class ReplicateProvider
        implements ImageProvider,
                Cancels,
                UploadsPhotos,
                ListsJobs,
                WatchesJobs,
                SendsWebhooks,
                Probes,
                TellsQuota,
                TellsUsage {
    private static final ProviderFailure TOO_LARGE =
            ProviderFailure.of(
                    FailureKind.INVALID_INPUT,
                    "the photo is too large for an order to Replicate and was not uploaded");

    private static final Logger LOG = LoggerFactory.getLogger(ReplicateProvider.class);

    private final String name;
    private final PortraitSeries model;
    private final ReplicateWire wire;
    private final Clock clock;
    private final Endings endings;
    private final Pacing pacing;
    private final OrderCall orders;
    private final UploadsPhotos uploads;
    private final ListsJobs predictions;
    private final WatchesJobs watch;
    private final TellsUsage used;
    private final SendsWebhooks calls;
    private final Probes probes;
    private final OrderQuota quota;

    ReplicateProvider(String name, ReplicateSettings settings, ReplicateWire wire, Clock clock) {
        this.name = name;
        this.model = new PortraitSeries(settings);
        this.wire = wire;
        this.clock = clock;
        this.endings = new Endings(clock);
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        this.pacing = new Pacing(clock, random, settings.waitsForCalls());
        this.quota = new OrderQuota(clock);
        this.orders = new OrderCall(model, wire, endings, pacing, quota);
        this.uploads = new PhotoPassage(wire);
        this.predictions = new PredictionList(model, wire, clock);
        this.watch = new PredictionWatch(wire, endings);
        this.used = new PredictionUsage(wire);
        this.calls = new CallReading(wire, new SigningSecrets(wire, clock));
        this.probes = new ModelProbe(wire, settings.modelName());
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
        return PhotoPassage.reference(order.photo())
                .map(photo -> orders.place(order, photo))
                .orElseGet(() -> new Submission.Refused(TOO_LARGE));
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

    @Override
    public Upload upload(ReferencePhoto photo) {
        return uploads.upload(photo);
    }

    @Override
    public Listing list(Instant from, Instant to) {
        return predictions.list(from, to);
    }

    @Override
    public String likeness(Order order) {
        return predictions.likeness(order);
    }

    @Override
    public Duration memory() {
        return predictions.memory();
    }

    @Override
    public int jobsPerCall() {
        return watch.jobsPerCall();
    }

    @Override
    public Reading watch(Instant from, Instant to) {
        return watch.watch(from, to);
    }

    @Override
    public UsagePage usage(Instant from, Instant to, @Nullable String cursor) {
        return used.usage(from, to, cursor);
    }

    @Override
    public Notice read(WebhookCall call) {
        return calls.read(call);
    }

    @Override
    public Optional<Quota> quota() {
        return quota.quota();
    }

    @Override
    public Probe probe() {
        return probes.probe();
    }

    @Override
    public void close() {
        wire.close();
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

    private static String path(TaskHandle task) {
        return "/predictions/" + URLEncoder.encode(task.token(), StandardCharsets.UTF_8);
    }
}
