package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PredictionTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "../../account", "a/b", "a?b", "a b", "https://elsewhere.test/x"})
    void anIdThatCouldLeadAnAddressAstrayIsNone(String id) {
        Map<String, Object> members = Map.of("id", id, "status", "starting");

        assertThat(Prediction.of(new Fields(members))).isEmpty();
    }

    @Test
    void anAnswerWithoutAStatusIsNone() {
        assertThat(Prediction.of(new Fields(Map.of("id", "abc")))).isEmpty();
    }

    @Test
    void membersOfOtherTypesCountAsAbsent() {
        Map<String, Object> members =
                Map.of(
                        "id",
                        "abc",
                        "status",
                        "succeeded",
                        "output",
                        4,
                        "error",
                        true,
                        "metrics",
                        "no",
                        "created_at",
                        7,
                        "data_removed",
                        "yes");

        Prediction prediction = Prediction.of(new Fields(members)).orElseThrow();

        assertThat(prediction.output()).isEmpty();
        assertThat(prediction.error()).isNull();
        assertThat(prediction.predictTime()).isNull();
        assertThat(prediction.createdAt()).isNull();
        assertThat(prediction.dataRemoved()).isFalse();
    }
}
