package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HttpRefusalTest {

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_INPUT",
        "401, CREDENTIALS",
        "402, OUT_OF_CREDIT",
        "403, CREDENTIALS",
        "404, UNSUPPORTED",
        "405, UNSUPPORTED",
        "410, UNSUPPORTED",
        "413, INVALID_INPUT",
        "414, INVALID_INPUT",
        "415, UNSUPPORTED",
        "422, INVALID_INPUT",
        "429, THROTTLED"
    })
    void isDefiniteAndHasAKind(int status, FailureKind kind) {
        ProviderFailure failure = HttpRefusal.of(answer(status, Map.of()));

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(HttpRefusal.isDefinite(status)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {307, 408, 409, 425, 499, 500, 502, 503, 504, 520, 524})
    void leavesOpenWhetherAnythingWasCreated(int status) {
        assertThat(HttpRefusal.isDefinite(status)).isFalse();
    }

    @Test
    void tellsAWrongVersionFromAWrongInput() {
        Map<String, Object> body = Map.of("title", "Invalid version or not permitted");

        ProviderFailure failure = HttpRefusal.of(answer(422, body));

        assertThat(failure.kind()).isEqualTo(FailureKind.UNSUPPORTED);
    }

    @Test
    void namesTheInputAtFaultAndNothingElseOfTheAnswer() {
        Map<String, Object> fault =
                Map.of("field", "input", "description", "num_images must be at most 13, dear Anna");

        ProviderFailure failure =
                HttpRefusal.of(answer(422, Map.of("invalid_fields", List.of(fault))));

        assertThat(failure.detail()).contains("num_images").doesNotContain("Anna");
    }

    private static Reply.Answered answer(int status, Map<String, Object> body) {
        return new Reply.Answered(status, Map.of(), new Fields(body));
    }
}
