package dev.vignette.simulation.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;

/** The story that docs/limits.md tells. */
final class TrialTest {
    private static final int SLOW = 60;
    private static final int WELL = 120;
    private static final int REFUSES = 300;

    private static final List<Sample> SECONDS = Trial.run(LimitTrial.SEED);

    @Test
    void takesTheSameSecondsForTheSameSeed() {
        assertThat(Trial.run(LimitTrial.SEED)).isEqualTo(SECONDS);
    }

    @Test
    void isDrawnInTheDocumentation() throws IOException {
        Path drawn = Path.of("..", "..", "docs", "limits.svg");

        assertThat(Files.readString(drawn)).isEqualTo(LimitPlot.of(SECONDS));
    }

    @Test
    void neverHasMoreInFlightThanTheCeiling() {
        assertThat(SECONDS)
                .allSatisfy(sample -> {
                    assertThat(sample.gate().inFlight()).isLessThanOrEqualTo(sample.ceiling());
                    assertThat(sample.limit()).isBetween(2, sample.ceiling());
                });
    }

    @Test
    void fallsWhileAnswersAreSlowAndRisesAgain() {
        int ceiling = SECONDS.getFirst().ceiling();

        assertThat(between(0, SLOW)).allMatch(sample -> sample.limit() == ceiling);
        assertThat(least(between(SLOW, WELL), Sample::limit)).isLessThanOrEqualTo(ceiling / 2);
        assertThat(SECONDS.get(REFUSES - 1).limit()).isEqualTo(ceiling);
    }

    @Test
    void closesForAsLongAsARefusalAsks() {
        int first =
                between(REFUSES, SECONDS.size()).stream()
                        .filter(Sample::closed)
                        .findFirst()
                        .orElseThrow()
                        .second();

        assertThat(between(first, first + 19)).allSatisfy(s -> assertThat(s.sent()).isZero());
        assertThat(between(first, first + 19)).allMatch(Sample::closed);
        assertThat(SECONDS.stream().mapToInt(Sample::refused).sum()).isBetween(1, 10);
    }

    @Test
    void isWellInTheEnd() {
        Sample last = SECONDS.getLast();

        assertThat(last.closed()).isFalse();
        assertThat(last.limit()).isGreaterThan(last.ceiling() / 2);
    }

    private static List<Sample> between(int from, int to) {
        return SECONDS.subList(from, to);
    }

    private static int least(List<Sample> samples, ToIntFunction<Sample> value) {
        return samples.stream().mapToInt(value).min().orElseThrow();
    }
}
