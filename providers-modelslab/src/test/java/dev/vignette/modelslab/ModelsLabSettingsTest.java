package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.portrait.Kind;
import dev.vignette.portrait.Member;
import dev.vignette.provider.Account;
import dev.vignette.provider.ImageProvider;
import dev.vignette.provider.Limits;
import dev.vignette.provider.Range;
import dev.vignette.provider.Secret;
import dev.vignette.provider.Support;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelsLabSettingsTest {

    @Test
    void isTheEnterpriseApiWithoutPromptsWhenNothingIsSet() throws JsonProcessingException {
        ModelsLabSettings settings = new ObjectMapper().readValue("{}", ModelsLabSettings.class);

        assertThat(settings.chosenApi()).isEqualTo(ModelsLabApi.ENTERPRISE);
        assertThat(settings.defaultPrompt(Kind.HEADSHOT)).isEmpty();
    }

    @Test
    void refusesAnApiThatIsNotThere() {
        assertThatThrownBy(() -> new ModelsLabSettings("v7", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("api is enterprise or v6");
    }

    @Test
    void refusesAPromptForAKindThatIsNotThere() {
        assertThatThrownBy(() -> new ModelsLabSettings("enterprise", Map.of("selfie", "smile")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("selfie");
    }

    @Test
    void refusesAnEmptyPrompt() {
        assertThatThrownBy(() -> new ModelsLabSettings("enterprise", Map.of("headshot", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 2000 characters");
    }

    @ParameterizedTest
    @CsvSource({"enterprise, 2048", "v6, 1024"})
    void declaresTheLargestSideOfTheApi(String api, long largest) {
        ModelsLabSettings settings = new ModelsLabSettings(api, Map.of());

        ImageProvider provider = new ModelsLabFactory().open(account(settings));

        Support side = provider.capabilities(Kind.HEADSHOT).orElseThrow().support(Member.WIDTH);
        assertThat(side).isEqualTo(new Support.Honoured(new Range.Whole(256, largest)));
    }

    @Test
    void allowsFiveOrdersInFlightAndCountsNoMinutes() {
        Limits limits =
                new ModelsLabFactory().limits(new ModelsLabSettings("enterprise", Map.of()));

        assertThat(limits.inFlight()).hasValue(5);
        assertThat(limits.ordersPerMinute()).isEmpty();
        assertThat(limits.readsPerMinute()).isEmpty();
    }

    @Test
    void showsNoKeyInItsName() {
        ImageProvider provider =
                new ModelsLabFactory().open(account(new ModelsLabSettings("enterprise", Map.of())));

        assertThat(provider).hasToString("ModelsLabProvider[mine]");
    }

    private static Account<ModelsLabSettings> account(ModelsLabSettings settings) {
        return new Account<>(
                "mine",
                settings,
                URI.create("http://127.0.0.1:1/api"),
                new Secret("the-key"),
                Clock.systemUTC());
    }
}
