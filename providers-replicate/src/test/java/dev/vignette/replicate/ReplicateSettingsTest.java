package dev.vignette.replicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReplicateSettingsTest {
    private final ReplicateFactory factory = new ReplicateFactory(JsonMapper.createDefault());

    @Test
    void defaultsToTheNewestVersionOfPortraitSeries() {
        ReplicateSettings settings = new ReplicateSettings(null, null);

        assertThat(settings.modelName()).isEqualTo("flux-kontext-apps/portrait-series");
        assertThat(settings.version()).isEmpty();
        assertThat(settings.completion()).isEqualTo("auto");
    }

    @Test
    void takesAPinnedVersionApart() {
        assertThat(Accounts.PINNED.modelName()).isEqualTo("flux-kontext-apps/portrait-series");
        assertThat(Accounts.PINNED.version()).contains(Accounts.VERSION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "portrait-series", "a/b/c", "a/b:latest", "a/b:abc", "a b/c", "../x"})
    void refusesWhatIsNoModel(String model) {
        assertThatThrownBy(() -> new ReplicateSettings(model, "auto"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("owner/name");
    }

    @ParameterizedTest
    @CsvSource({"auto, true, false", "poll, false, false", "webhook, true, true"})
    void knowsWaysToNoticeTheEnd(String completion, boolean wantsCalls, boolean waitsForThem) {
        ReplicateSettings settings = new ReplicateSettings("a/b", completion);

        assertThat(settings.wantsCalls()).isEqualTo(wantsCalls);
        assertThat(settings.waitsForCalls()).isEqualTo(waitsForThem);
    }

    @Test
    void refusesAnUnknownCompletion() {
        assertThatThrownBy(() -> new ReplicateSettings("a/b", "guess"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("completion");
    }

    @Test
    void advisesToPinTheVersion() {
        assertThat(factory.advice(Accounts.NEWEST, false))
                .singleElement()
                .asString()
                .contains("pin");
        assertThat(factory.advice(Accounts.PINNED, false)).isEmpty();
    }

    @Test
    void saysThatNobodyCanCall() {
        ReplicateSettings settings = new ReplicateSettings(Accounts.PINNED.model(), "webhook");

        assertThat(factory.advice(settings, true)).isEmpty();
        assertThat(factory.advice(settings, false)).singleElement().asString().contains("poll");
    }

    @Test
    void keepsAFifthOfTheDocumentedReadsFree() {
        assertThat(factory.limits(Accounts.NEWEST).readsPerMinute()).hasValue(2700);
        assertThat(factory.limits(Accounts.NEWEST).ordersPerMinute()).hasValue(600);
        assertThat(factory.limits(Accounts.NEWEST).inFlight()).hasValue(200);
    }
}
