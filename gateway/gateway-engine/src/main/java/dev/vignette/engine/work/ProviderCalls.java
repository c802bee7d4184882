package dev.vignette.engine.work;

import dev.vignette.engine.health.Breakers;
import dev.vignette.engine.surroundings.Observations;
import dev.vignette.engine.surroundings.ProviderSlot;
import dev.vignette.engine.surroundings.Surroundings;
import dev.vignette.engine.surroundings.Tracing;
import dev.vignette.engine.watch.CallBudgets;
import dev.vignette.provider.Cancels;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import dev.vignette.provider.UploadsPhotos;
import dev.vignette.provider.UploadsPhotos.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls providers, measured, and makes outcomes of errors that nobody foresaw. Nowhere else is a
 * provider's {@code submit} called.
 */
final class ProviderCalls {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderCalls.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);

    private final Breakers breakers;
    private final CallBudgets budgets;
    private final Surroundings around;

    ProviderCalls(Breakers breakers, CallBudgets budgets, Surroundings around) {
        this.breakers = breakers;
        this.budgets = budgets;
        this.around = around;
    }

    /** Places the order: the one call that may cost money. */
    Submission submit(ProviderSlot slot, Order order) {
        Submission submission = submitted(slot, order);
        breakers.submitted(slot.provider().name(), submission);
        return submission;
    }

    private Submission submitted(ProviderSlot slot, Order order) {
        try {
            return timed(slot, Observations.Call.SUBMIT, () -> slot.provider().submit(order));
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: {} failed in a way nobody foresaw; whether it has the order is unknown",
                    order.attempt(),
                    slot.provider().name(),
                    e);
            return new Submission.Unknown("the call ended in an unforeseen error");
        }
    }

    /** Brings the photo to the provider before the order; nothing is ordered by it. */
    Upload upload(ProviderSlot slot, UploadsPhotos uploads, Order order) {
        try {
            Upload upload =
                    timed(slot, Observations.Call.UPLOAD, () -> uploads.upload(order.photo()));
            boolean asItWas =
                    upload instanceof Upload.Ready(var photo) && photo.equals(order.photo());
            budgets.of(slot).spent(asItWas ? 0 : 1);
            return upload;
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: uploading to {} failed in a way nobody foresaw; nothing was ordered",
                    order.attempt(),
                    slot.provider().name(),
                    e);
            return new Upload.Failed(
                    ProviderFailure.of(
                            FailureKind.UNAVAILABLE, "The photo could not be uploaded."));
        }
    }

    /** Looks at a job. */
    Progress check(ProviderSlot slot, TaskHandle task) {
        Progress progress = checked(slot, task);
        breakers.looked(slot.provider().name(), progress);
        return progress;
    }

    private Progress checked(ProviderSlot slot, TaskHandle task) {
        try {
            return timed(slot, Observations.Call.CHECK, () -> slot.provider().check(task));
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: looking at job {} failed in a way nobody foresaw; looked at again in {}",
                    slot.provider().name(),
                    task.providerId(),
                    LOOK_AGAIN,
                    e);
            return new Progress.Unreadable(
                    ProviderFailure.of(
                            FailureKind.MALFORMED_ANSWER,
                            "Looking after the job ended in an unforeseen error."),
                    LOOK_AGAIN);
        }
    }

    /** Asks a provider that can to stop a job; what came of it, the next look tells. */
    void cancel(ProviderSlot slot, Cancels cancels, TaskHandle task) {
        try {
            timed(
                    slot,
                    Observations.Call.CANCEL,
                    () -> {
                        cancels.cancel(task);
                        return task;
                    });
        } catch (RuntimeException e) {
            LOG.error(
                    "{}: stopping job {} failed in a way nobody foresaw; it goes on",
                    slot.provider().name(),
                    task.providerId(),
                    e);
        }
    }

    /** Orders are limited apart, and a photo is mostly ready without being brought anywhere. */
    private static int reads(Observations.Call call) {
        return switch (call) {
            case SUBMIT, UPLOAD -> 0;
            case CHECK, LIST, CANCEL -> 1;
        };
    }

    private <T> T timed(ProviderSlot slot, Observations.Call call, Supplier<T> work) {
        Instant before = around.now();
        budgets.of(slot).spent(reads(call));
        try (Tracing.Span span = around.tracing().call(slot.provider().name(), call)) {
            T answer = work.get();
            span.came(answer);
            return answer;
        } finally {
            around.observations()
                    .called(slot.provider().name(), call, Duration.between(before, around.now()));
        }
    }
}
