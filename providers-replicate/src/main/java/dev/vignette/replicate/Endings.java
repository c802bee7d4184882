package dev.vignette.replicate;

import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.ProviderFailure;
import dev.vignette.provider.Usage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells how a prediction ended, by its state alone. */
final class Endings {
    /**
     * How long output is kept ("Data retention": one hour), counted from the earliest possible
     * start.
     */
    static final Duration OUTPUT_LIFE = Duration.ofMinutes(60);

    private static final Logger LOG = LoggerFactory.getLogger(Endings.class);

    private final Clock clock;
    private final Set<String> unknownStates = ConcurrentHashMap.newKeySet();

    Endings(Clock clock) {
        this.clock = clock;
    }

    /**
     * How it ended, or empty while it goes on. A state that nobody knows goes on, and so does
     * {@code processing} with all its output: a waited answer shows that before the run is closed
     * and measured.
     */
    Optional<Progress> of(Prediction prediction) {
        return switch (prediction.status()) {
            case "starting", "processing" -> Optional.empty();
            case "succeeded" -> Optional.of(succeeded(prediction));
            case "failed" ->
                    Optional.of(
                            new Progress.Ended(
                                    FailedRun.of(prediction.error()), usage(prediction)));
            case "canceled" -> Optional.of(canceled(prediction));
            case "aborted" -> Optional.of(new Progress.Ended(deadline(), Usage.NOTHING));
            default -> {
                noteUnknown(prediction.status());
                yield Optional.empty();
            }
        };
    }

    private Progress succeeded(Prediction prediction) {
        List<Asset> assets = assets(prediction);
        if (!assets.isEmpty()) {
            return new Progress.Finished(
                    new Delivery(assets, usage(prediction), prediction.realVersion()));
        }
        ProviderFailure failure =
                prediction.dataRemoved()
                        ? ProviderFailure.of(
                                FailureKind.LOST, "Replicate has already removed the pictures.")
                        : ProviderFailure.of(
                                FailureKind.MALFORMED_ANSWER,
                                "Replicate reported success without a picture.");
        return new Progress.Ended(failure, usage(prediction));
    }

    private List<Asset> assets(Prediction prediction) {
        Instant created = prediction.createdAt();
        Instant expiresAt = (created == null ? clock.instant() : created).plus(OUTPUT_LIFE);
        return prediction.output().stream()
                .flatMap(entry -> Output.asset(entry, expiresAt).stream())
                .toList();
    }

    /**
     * A deadline that comes after the start ends as {@code canceled} too ("Prediction lifecycle").
     */
    private static Progress canceled(Prediction prediction) {
        ProviderFailure failure =
                prediction.stoppedAtDeadline()
                        ? deadline()
                        : ProviderFailure.of(
                                FailureKind.CANCELED, "The job was cancelled at Replicate.");
        return new Progress.Ended(failure, usage(prediction));
    }

    private static ProviderFailure deadline() {
        return ProviderFailure.of(
                FailureKind.DEADLINE, "Replicate stopped the job at the deadline it was given.");
    }

    private static Usage usage(Prediction prediction) {
        return prediction.predictTime() == null
                ? Usage.UNKNOWN
                : new Usage(prediction.predictTime(), null);
    }

    private void noteUnknown(String status) {
        String word = status.toLowerCase(Locale.ROOT).replaceAll("[^a-z_]", "?");
        String shown = word.substring(0, Math.min(word.length(), 32));
        if (unknownStates.size() < 100 && unknownStates.add(shown)) {
            LOG.warn("Replicate reports the unknown state '{}'; taken as still working", shown);
        }
    }
}
