package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.FailureKind;
import dev.vignette.provider.Progress;
import dev.vignette.provider.Usage;
import dev.vignette.tck.SettableClock;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EndingsTest {
    private static final String LINK = "https://replicate.delivery/xezq/AAA/tmp1.png";

    private final Endings endings = new Endings(SettableClock.at("2026-03-01T12:00:00Z"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01T10:00:00Z",
                "2026-03-01T10:00:00.1Z",
                "2026-03-01T10:00:00.12Z",
                "2026-03-01T10:00:00.123Z",
                "2026-03-01T10:00:00.1234Z",
                "2026-03-01T10:00:00.12345Z",
                "2026-03-01T10:00:00.123456Z",
                "2026-03-01T10:00:00.1234567Z",
                "2026-03-01T10:00:00.12345678Z",
                "2026-03-01T10:00:00.123456789Z"
            })
    void linksDieAnHourAfterTheCreation(String createdAt) {
        Delivery delivery = delivered(Map.of("output", List.of(LINK), "created_at", createdAt));

        assertThat(delivery.assets())
                .containsExactly(
                        new Asset.Linked(
                                URI.create(LINK),
                                List.of(),
                                Instant.parse(createdAt).plusSeconds(3600),
                                null));
    }

    @Test
    void linksOfAJobWithoutATimeDieAnHourFromNow() {
        Delivery delivery = delivered(Map.of("output", List.of(LINK), "created_at", "yesterday"));

        assertThat(((Asset.Linked) delivery.assets().getFirst()).expiresAt())
                .isEqualTo(Instant.parse("2026-03-01T13:00:00Z"));
    }

    @Test
    void takesASingleLinkForAListOfOne() {
        Delivery delivery = delivered(Map.of("output", LINK));

        assertThat(delivery.assets()).hasSize(1);
    }

    @Test
    void takesPicturesOutOfDataUris() {
        Delivery delivery =
                delivered(Map.of("output", List.of("data:image/png;base64,iVBORw0KGgo=")));

        assertThat(delivery.assets()).containsExactly(new Asset.Inline("iVBORw0KGgo=", null));
    }

    @Test
    void passesOverEntriesThatAreNoPictures() {
        List<String> output = List.of("data:text/plain,hello", "not a link", "file:///x", LINK);

        Delivery delivery = delivered(Map.of("output", output));

        assertThat(delivery.assets()).hasSize(1);
    }

    @Test
    void bringsTheMeasuredTimeAndTheVersion() {
        String version = Accounts.VERSION;
        Map<String, Object> metrics = Map.of("predict_time", 28.540917, "total_time", 30);

        Delivery delivery =
                delivered(Map.of("output", List.of(LINK), "version", version, "metrics", metrics));

        assertThat(delivery.usage()).isEqualTo(new Usage(new BigDecimal("28.540917"), null));
        assertThat(delivery.modelVersion()).isEqualTo(version);
    }

    @Test
    void aHiddenVersionIsNone() {
        Delivery delivery = delivered(Map.of("output", List.of(LINK), "version", "hidden"));

        assertThat(delivery.modelVersion()).isNull();
    }

    @Test
    void processingWithAllItsOutputIsNotTheEnd() {
        assertThat(end("processing", Map.of("output", List.of(LINK)))).isEmpty();
    }

    @Test
    void anAbortedJobUsedNothing() {
        Progress.Ended ended = ended("aborted", Map.of());

        assertThat(ended.failure().kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(ended.usage()).isEqualTo(Usage.NOTHING);
    }

    @Test
    void aCanceledJobUsedWhatItRan() {
        Progress.Ended ended = ended("canceled", Map.of("metrics", Map.of("predict_time", 1.6)));

        assertThat(ended.failure().kind()).isEqualTo(FailureKind.CANCELED);
        assertThat(ended.usage()).isEqualTo(new Usage(new BigDecimal("1.6"), null));
    }

    @Test
    void aJobCanceledAtItsDeadlineWasStoppedByIt() {
        Progress.Ended ended =
                ended(
                        "canceled",
                        Map.of(
                                "deadline", "2026-03-01T10:01:00Z",
                                "completed_at", "2026-03-01T10:01:00.4Z",
                                "metrics", Map.of("predict_time", 58.1)));

        assertThat(ended.failure().kind()).isEqualTo(FailureKind.DEADLINE);
        assertThat(ended.usage().gpuSeconds()).isEqualTo("58.1");
    }

    @Test
    void aFailedJobUsedWhatItRan() {
        Progress.Ended ended =
                ended("failed", Map.of("error", "boom", "metrics", Map.of("predict_time", 6.7)));

        assertThat(ended.usage().gpuSeconds()).isEqualTo("6.7");
    }

    private Delivery delivered(Map<String, Object> members) {
        return ((Progress.Finished) end("succeeded", members).orElseThrow()).delivery();
    }

    private Progress.Ended ended(String status, Map<String, Object> members) {
        return (Progress.Ended) end(status, members).orElseThrow();
    }

    private Optional<Progress> end(String status, Map<String, Object> members) {
        Map<String, Object> all = new HashMap<>(members);
        all.put("id", "p7q2m4x0v9");
        all.put("status", status);
        return endings.of(Prediction.of(new Fields(all)).orElseThrow());
    }
}
