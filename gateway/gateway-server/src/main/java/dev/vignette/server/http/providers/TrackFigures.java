package dev.vignette.server.http.providers;

import dev.vignette.provider.FailureKind;
import dev.vignette.store.TrackRecords.Run;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a provider's latest attempts.
 *
 * @param attempts those that say something about it
 */
record TrackFigures(List<Run> attempts) {
    private static final int SCALE = 3;
    private static final int MILLIS_IN_SECOND = 3;
    private static final int ALL = 100;
    private static final String SUCCEEDED = "succeeded";

    /** What ended so says nothing about the provider: the request was at fault, or called off. */
    private static final Set<FailureKind> CALLERS =
            Set.of(
                    FailureKind.CONTENT_REFUSED,
                    FailureKind.INVALID_INPUT,
                    FailureKind.CANCELED,
                    FailureKind.DEADLINE);

    static TrackFigures of(List<Run> runs) {
        return new TrackFigures(
                runs.stream()
                        .filter(run -> run.failure() == null || !CALLERS.contains(run.failure()))
                        .toList());
    }

    /** The part of them that brought pictures; {@code null} when there are none. */
    @Nullable BigDecimal successRate() {
        if (attempts.isEmpty()) {
            return null;
        }
        long succeeded = attempts.stream().filter(run -> run.state().equals(SUCCEEDED)).count();
        return BigDecimal.valueOf(succeeded)
                .divide(BigDecimal.valueOf(attempts.size()), SCALE, RoundingMode.HALF_EVEN);
    }

    /**
     * The time that so many of 100 of those that brought pictures took at most, in seconds; {@code
     * null} when none did.
     */
    @Nullable BigDecimal percentile(int percent) {
        List<Duration> times =
                attempts.stream()
                        .filter(run -> run.state().equals(SUCCEEDED))
                        .map(Run::took)
                        .sorted()
                        .toList();
        if (times.isEmpty()) {
            return null;
        }
        int rank = Math.ceilDiv(percent * times.size(), ALL);
        return BigDecimal.valueOf(times.get(rank - 1).toMillis(), MILLIS_IN_SECOND);
    }
}
