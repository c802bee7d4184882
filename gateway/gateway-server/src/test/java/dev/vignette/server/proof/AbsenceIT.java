package dev.vignette.server.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.vignette.server.proof.OneDeath.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * An order that never arrived is proved absent and bought then. That takes minutes, for a vendor's
 * list may lag behind.
 */
@Tag("proof")
class AbsenceIT {
    @TempDir Path directory;

    @ParameterizedTest
    @EnumSource(names = {"C4_SERIES_PROVED", "C5_SERIES_PROVED"})
    void whatNeverArrivedIsBoughtOnce(Moment moment) throws Exception {
        Outcome outcome = OneDeath.at(moment, directory);

        assertThat(outcome.generation().path("status").asText())
                .as(outcome.generation().toString())
                .isEqualTo("succeeded");
        assertThat(outcome.generation().path("attempts").valueStream().map(AbsenceIT::state))
                .containsExactly("not_accepted", "succeeded");
        assertThat(outcome.reckoning().orders()).isEqualTo(1);
        assertThat(outcome.reckoning().duplicates()).isEmpty();
        assertThat(outcome.reckoning().losses()).isEmpty();
    }

    private static String state(JsonNode attempt) {
        return attempt.path("state").asText();
    }
}
