package dev.vignette.engine.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ThroughputTest {
    private final VirtualTime time = new VirtualTime();
    private final Throughput throughput = new Throughput(time);

    @Test
    void knowsNothingBeforeItHasSeenHalfAMinute() {
        try (var _ = throughput.begin()) {
            time.pass(Duration.ofSeconds(29));

            assertThat(throughput.bytesPerSecond()).isEmpty();
        }
    }

    @Test
    void measuresAllDownloadsTogether() {
        try (var _ = throughput.begin();
                var _ = throughput.begin()) {
            download(60, 2000);
        }

        assertThat(throughput.bytesPerSecond().orElseThrow()).isCloseTo(2000, within(20.0));
    }

    @Test
    void countsNoTimeInWhichNothingIsDownloaded() {
        try (var _ = throughput.begin()) {
            download(60, 1000);
        }
        time.pass(Duration.ofSeconds(30));
        try (var _ = throughput.begin()) {
            download(20, 1000);
        }

        assertThat(throughput.bytesPerSecond().orElseThrow()).isCloseTo(1000, within(10.0));
    }

    @Test
    void forgetsABadTimeWhenItGetsBetter() {
        try (var _ = throughput.begin()) {
            download(600, 1);
            download(600, 100_000);
        }

        assertThat(throughput.bytesPerSecond().orElseThrow()).isGreaterThan(90_000);
    }

    @Test
    void forgetsABadTimeWhenNothingIsDownloadedAnyMore() {
        try (var _ = throughput.begin()) {
            download(600, 1);
        }

        time.pass(Duration.ofMinutes(5));

        assertThat(throughput.bytesPerSecond()).isEmpty();
    }

    @Test
    void takesFourMegabytesForTheSizeOfAPictureBeforeItHasSeenOne() {
        assertThat(throughput.meanSize()).isEqualTo(4_000_000);

        throughput.complete(1_000_000);
        assertThat(throughput.meanSize()).isEqualTo(1_000_000);

        throughput.complete(2_000_000);
        assertThat(throughput.meanSize()).isEqualTo(1_100_000);
    }

    private void download(int seconds, int bytesPerSecond) {
        for (int i = 0; i < seconds; i++) {
            time.pass(Duration.ofSeconds(1));
            throughput.arrived(bytesPerSecond);
        }
    }
}
