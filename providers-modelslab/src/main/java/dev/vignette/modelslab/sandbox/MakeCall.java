package dev.vignette.modelslab.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.vignette.sandbox.Bytes;
import dev.vignette.sandbox.Faults;
import dev.vignette.sandbox.Handler;
import dev.vignette.sandbox.ReferencePhotos;
import dev.vignette.sandbox.Reply;
import dev.vignette.sandbox.Request;
import dev.vignette.sandbox.Sandbox;
import dev.vignette.sandbox.picture.PhotoFile;
import java.time.Duration;
import java.util.Optional;

/** Takes orders: waits a short time for the picture, then queues the job and says so. */
final class MakeCall implements Handler {
    /** A sibling page says that the server waits only a minimum time before it queues. */
    private static final Duration HOLD = Duration.ofSeconds(2);

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final HeadshotApi api;
    private final HeadshotJobs jobs;
    private final Webhooks webhooks;
    private final Sandbox sandbox;

    MakeCall(HeadshotApi api, HeadshotJobs jobs, Webhooks webhooks, Sandbox sandbox) {
        this.api = api;
        this.jobs = jobs;
        this.webhooks = webhooks;
        this.sandbox = sandbox;
    }

    @Override
    public Reply answer(Request request) {
        JsonNode sent = request.json();
        return refusedByFault()
                .or(() -> invalid(Validation.of(sent, api)))
                .orElseGet(() -> withPhoto(sent));
    }

    private Reply withPhoto(JsonNode sent) {
        String source = sent.path("face_image").asText();
        if (!source.startsWith("http") && !sent.path("base64").asBoolean()) {
            return HeadshotAnswers.error(200, "init image must be a valid url");
        }
        Optional<Bytes> photo = ReferencePhotos.read(source).filter(PhotoFile::isReadable);
        return photo.map(found -> taken(HeadshotOrder.of(sent, found)))
                .orElseGet(this::unfetchable);
    }

    private Reply taken(HeadshotOrder order) {
        Optional<HeadshotJob> job = jobs.take(order);
        if (job.isEmpty()) {
            return HeadshotAnswers.queueFull(RETRY);
        }
        webhooks.expect(job.get());
        if (job.get().mustBeFetched() || job.get().time().compareTo(HOLD) > 0) {
            return HeadshotAnswers.processing(job.get(), api, sandbox.server().origin());
        }
        return new Reply.Late(HeadshotAnswers.success(job.get(), true), job.get().time());
    }

    private Optional<Reply> invalid(ObjectNode complaints) {
        if (complaints.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (api) {
                    case ENTERPRISE ->
                            HeadshotAnswers.error(
                                    400, complaints.elements().next().path(0).asText());
                    case V6 -> HeadshotAnswers.misspelt(complaints);
                });
    }

    private Reply unfetchable() {
        String sentence = "Unable to fetch image from provided URL";
        return switch (api) {
            case ENTERPRISE -> HeadshotAnswers.error(400, sentence);
            case V6 -> HeadshotAnswers.error(200, sentence);
        };
    }

    private Optional<Reply> refusedByFault() {
        Faults faults = sandbox.faults();
        if (faults.strikes(ModelsLabFault.OUT_OF_CREDIT)) {
            return Optional.of(
                    HeadshotAnswers.error(
                            402, "Insufficient credits. Please add more credits to continue."));
        }
        if (faults.strikes(ModelsLabFault.QUEUE_FULL)) {
            return Optional.of(HeadshotAnswers.queueFull(RETRY));
        }
        if (faults.strikes(ModelsLabFault.RATE_LIMIT_UNDER_200)) {
            return Optional.of(HeadshotAnswers.error(200, "Rate limit exceeded"));
        }
        if (faults.strikes(ModelsLabFault.OBJECT_MESSAGE)) {
            return Optional.of(HeadshotAnswers.promptMissing());
        }
        if (faults.strikes(ModelsLabFault.TRY_AGAIN)) {
            return Optional.of(HeadshotAnswers.tryAgain());
        }
        return faults.strikes(ModelsLabFault.SERVER_ERROR)
                ? Optional.of(
                        HeadshotAnswers.error(500, "Internal server error. Please try again."))
                : Optional.empty();
    }
}
