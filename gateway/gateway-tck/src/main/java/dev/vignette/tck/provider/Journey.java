package dev.vignette.tck.provider;

import dev.vignette.provider.Delivery;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Order;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Submission;
import dev.vignette.provider.TaskHandle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An order followed from its submission to its end, or for a handful of checks.
 *
 * @param outcomes every {@link Submission} and {@link Progress} on the way
 */
record Journey(List<Object> outcomes) {
    private static final int MOST_CHECKS = 4;

    static Journey of(ImageProvider adapter, Order order) {
        List<Object> outcomes = new ArrayList<>();
        Submission submission = adapter.submit(order);
        outcomes.add(submission);
        if (submission instanceof Submission.Accepted accepted) {
            follow(adapter, accepted.task(), outcomes);
        }
        return new Journey(List.copyOf(outcomes));
    }

    private static void follow(ImageProvider adapter, TaskHandle task, List<Object> outcomes) {
        for (int i = 0; i < MOST_CHECKS; i++) {
            Progress progress = adapter.check(task);
            outcomes.add(progress);
            if (progress instanceof Progress.Finished || progress instanceof Progress.Ended) {
                return;
            }
        }
    }

    /** What was delivered at the end, or empty. */
    Optional<Delivery> delivery() {
        return switch (outcomes.getLast()) {
            case Submission.Finished finished -> Optional.of(finished.delivery());
            case Progress.Finished finished -> Optional.of(finished.delivery());
            default -> Optional.empty();
        };
    }

    /** Why it ended without a delivery, or empty. */
    Optional<ProviderFailure> failure() {
        return switch (outcomes.getLast()) {
            case Submission.Ended ended -> Optional.of(ended.failure());
            case Submission.Refused refused -> Optional.of(refused.failure());
            case Submission.NotSent notSent -> Optional.of(notSent.failure());
            case Progress.Ended ended -> Optional.of(ended.failure());
            default -> Optional.empty();
        };
    }
}
