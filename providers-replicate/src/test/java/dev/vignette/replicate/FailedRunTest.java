package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.FailureKind;
import dev.vignette.provider.ProviderFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FailedRunTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The input or output was flagged as sensitive. (E005) (Ab12Cd34)|CONTENT_REFUSED|E005",
                "NSFW content detected. Try running it again.|CONTENT_REFUSED|",
                "Your prompt was FLAGGED.|CONTENT_REFUSED|",
                "An unknown error occurred. (E1000)|UNAVAILABLE|E1000",
                "Start timeout (E6716) (x1)|UNAVAILABLE|E6716",
                "Prediction was stopped. (E8367)|UNAVAILABLE|E8367",
                "Health check is failing. (E8765)|UNAVAILABLE|E8765",
                "Could not upload. (E9825)|UNAVAILABLE|E9825",
                "Director: unexpected error (E9828)|UNAVAILABLE|E9828",
                "Prediction interrupted; please retry (code: PA)|UNAVAILABLE|PA",
                "CUDA out of memory. (E1001)|FAILED|E1001",
                "E9243: error starting the prediction|FAILED|E9243",
                "list index out of range|FAILED|"
            })
    void tellsWhyARunFailed(String text, FailureKind kind, String code) {
        ProviderFailure failure = FailedRun.of(text);

        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.vendorCode()).isEqualTo(code);
    }

    @Test
    void aRunWithoutATextHasFailed() {
        assertThat(FailedRun.of(null).kind()).isEqualTo(FailureKind.FAILED);
    }

    @Test
    void repeatsNothingOfTheText() {
        ProviderFailure failure = FailedRun.of("could not open https://photos.test/me.png");

        assertThat(failure.toString()).doesNotContain("photos.test");
    }
}
