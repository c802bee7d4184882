package dev.vignette.store;

import dev.vignette.generation.AttemptState;
import dev.vignette.provider.FailureKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How providers did lately. */
public interface TrackRecords {

    /**
     * The attempts of that provider that were sent since then and have ended, the latest first.
     *
     * @param most at most that many
     */
    List<Run> of(String provider, Instant since, int most);

    /**
     * An attempt that was sent and has ended.
     *
     * @param state the wire name of the {@link AttemptState} it ended in
     * @param failure why it came to nothing; {@code null} when it did not, or nobody knows
     * @param took from the order to its end as we saw it
     */
    record Run(String state, @Nullable FailureKind failure, Duration took) {}
}
