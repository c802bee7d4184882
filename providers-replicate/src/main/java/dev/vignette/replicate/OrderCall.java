package dev.vignette.replicate;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Places an order: the one call that may cost money. */
final class OrderCall {
    /**
     * Short, because until the answer comes nobody knows the id; long enough for refusals by the
     * model's own checks. See docs/decisions/0003-short-wait-at-replicate.md.
     */
    private static final String PREFER = "wait=1";

    /** Bounds of {@code Cancel-After} ("Create a prediction"). */
    private static final Duration SHORTEST_LIFE = Duration.ofSeconds(5);

    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    /** The only event that is repeated when it does not get through ("Receive webhooks"). */
    private static final List<String> EVENTS = List.of("completed");

    private final PortraitSeries model;
    private final ReplicateWire wire;
    private final Endings endings;
    private final Pacing pacing;
    private final OrderQuota quota;

    OrderCall(
            PortraitSeries model,
            ReplicateWire wire,
            Endings endings,
            Pacing pacing,
            OrderQuota quota) {
        this.model = model;
        this.wire = wire;
        this.endings = endings;
        this.pacing = pacing;
        this.quota = quota;
    }

    /**
     * Places it.
     *
     * @param photo a link or a data URI
     */
    Submission place(Order order, String photo) {
        Map<String, String> headers =
                Map.of("Prefer", PREFER, "Cancel-After", cancelAfter(order.timeLeft()));
        Reply reply = wire.post(path(), headers, body(order, photo));
        if (reply instanceof Reply.Answered answer) {
            quota.read(answer);
        }
        return switch (reply) {
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

    private Map<String, Object> body(Order order, String photo) {
        Map<String, Object> body = new LinkedHashMap<>();
        model.settings().version().ifPresent(version -> body.put("version", version));
        body.put("input", model.input(order, photo));
        Optional<URI> webhook = order.webhook().filter(this::isCallable);
        if (webhook.isPresent()) {
            body.put("webhook", webhook.get().toString());
            body.put("webhook_events_filter", EVENTS);
        }
        return body;
    }

    /** Replicate calls https addresses only; a double on this machine calls this machine too. */
    private boolean isCallable(URI address) {
        boolean reachable =
                "https".equals(address.getScheme())
                        || (wire.staysHere() && ReplicateWire.isHere(address));
        return model.settings().wantsCalls() && reachable;
    }

    private Submission taken(Reply.Answered answer) {
        Optional<Prediction> prediction = answer.body().flatMap(Prediction::of);
        if (prediction.isEmpty()) {
            return new Submission.Unknown("Replicate answered without naming a job");
        }
        TaskHandle task = TaskHandle.of(prediction.get().id());
        return endings.of(prediction.get())
                .map(end -> atOnce(task, end))
                .orElseGet(() -> new Submission.Accepted(task, pacing.first(answer)));
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

    private String path() {
        return model.settings().version().isPresent()
                ? "/predictions"
                : "/models/" + model.settings().modelName() + "/predictions";
    }

    /** Plain seconds: the documentation's own example with minutes contradicts its rule. */
    private static String cancelAfter(Duration timeLeft) {
        long seconds = timeLeft.toSeconds();
        long clamped = Math.clamp(seconds, SHORTEST_LIFE.toSeconds(), LONGEST_LIFE.toSeconds());
        return Long.toString(clamped);
    }
}
