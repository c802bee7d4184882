package dev.vignette.tck.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.reverseOrder;

import dev.vignette.generation.Attempt;
import dev.vignette.generation.AttemptState;
import dev.vignette.store.TrackRecords;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How providers did, in memory. */
final class MemoryTrackRecords implements TrackRecords {
    private final MemoryRows rows;

    MemoryTrackRecords(MemoryRows rows) {
        this.rows = rows;
    }

    @Override
    public List<Run> of(String provider, Instant since, int most) {
        return rows.allProductions().stream()
                .flatMap(production -> production.attempts().stream())
                .filter(attempt -> attempt.provider().equals(provider))
                .flatMap(attempt -> Stream.ofNullable(ended(attempt)))
                .filter(ended -> !ended.startedAt().isBefore(since))
                .sorted(comparing(Ended::startedAt, reverseOrder()))
                .limit(most)
                .map(Ended::run)
                .toList();
    }

    private static @Nullable Ended ended(Attempt attempt) {
        String name = attempt.state().wireName();
        return switch (attempt.state()) {
            case AttemptState.Succeeded(Instant from, Instant to, var _) ->
                    new Ended(from, new Run(name, null, Duration.between(from, to)));
            case AttemptState.Failed(Instant from, Instant to, var _, var failure) ->
                    new Ended(from, new Run(name, failure.kind(), Duration.between(from, to)));
            case AttemptState.Canceled(Instant from, Instant to, var _, var failure) ->
                    new Ended(from, new Run(name, failure.kind(), Duration.between(from, to)));
            case AttemptState.Refused(Instant from, Instant to, var failure) ->
                    new Ended(from, new Run(name, failure.kind(), Duration.between(from, to)));
            case AttemptState.NotAccepted(Instant from, Instant to, String _) ->
                    new Ended(from, new Run(name, null, Duration.between(from, to)));
            case AttemptState.WrittenOff(Instant from, Instant to, String _) ->
                    new Ended(from, new Run(name, null, Duration.between(from, to)));
            case AttemptState.Preparing _,
                    AttemptState.Sending _,
                    AttemptState.Accepted _,
                    AttemptState.Unknown _,
                    AttemptState.Review _,
                    AttemptState.NotSent _ ->
                    null;
        };
    }

    private record Ended(Instant startedAt, Run run) {}
}
