package dev.vignette.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.simulation.Schedule.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schedules that have to hold for ever: the first ones, and those that once found a bug. */
final class KnownSeedsTest {
    private static final Campaign CAMPAIGN = new Campaign();

    @ParameterizedTest
    @MethodSource("seeds")
    void holds(long seed) {
        Verdict verdict = CAMPAIGN.replay(seed);

        assertThat(verdict.breaches()).as("replay %d", seed).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.concat(LongStream.rangeClosed(1, 50), recorded());
    }

    /** A seed a line; what follows it says what it found. */
    private static LongStream recorded() {
        try (InputStream in = KnownSeedsTest.class.getResourceAsStream("/seeds.txt")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Stream.of(text.split("\n", -1))
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .mapToLong(line -> Long.parseLong(line.strip().split(" ", 2)[0]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tellsTheSameStoryTwice() {
        Verdict first = CAMPAIGN.replay(11);

        Verdict second = CAMPAIGN.replay(11);

        assertThat(second.story()).isEqualTo(first.story()).isNotEmpty();
    }
}
