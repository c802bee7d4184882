package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.vignette.portrait.Background;
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
import java.util.List;
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
        assertThat(settings.poses()).hasSize(13).doesNotHaveDuplicates();
        assertThat(settings.background(Background.WHITE)).isEmpty();
    }

    @Test
    void refusesAnApiThatIsNotThere() {
        assertThatThrownBy(() -> Settings.of("v7"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'api' is enterprise or v6");
    }

    @Test
    void refusesAPromptForAKindThatIsNotThere() {
        assertThatThrownBy(() -> Settings.prompts("enterprise", Map.of("selfie", "smile")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("selfie");
    }

    @Test
    void refusesAnEmptyPrompt() {
        assertThatThrownBy(() -> Settings.prompts("enterprise", Map.of("headshot", " ")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 2000 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'poses':[]}|'poses': 1 to 13 texts",
                "{'poses':['1','2','3','4','5','6','7','8','9','10','11','12','13','14']}|'poses': 1 to 13 texts",
                "{'poses':['smiling',' ']}|'poses': each has 1 to 300 characters",
                "{'poses':['smiling',null]}|'poses': each has 1 to 300 characters",
                "{'backgrounds':{'pink':'pink'}}|'backgrounds': there is no background pink",
                "{'backgrounds':{'white':''}}|'backgrounds': white has 1 to 300 characters",
                "{'backgrounds':{'white':null}}|'backgrounds': white has 1 to 300 characters",
                "{'defaultPrompts':{'headshot':null}}|'default-prompts': headshot has 1 to 2000 characters"
            })
    void refusesWhatNoPromptCanBeMadeOf(String keys, String sentence) {
        String json = keys.replace('\'', '"');

        assertThatThrownBy(() -> new ObjectMapper().readValue(json, ModelsLabSettings.class))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String face = "\uD83D\uDE42";

        ModelsLabSettings longest = Settings.poses(List.of(face.repeat(300)));

        assertThat(longest.pose(0)).isEqualTo(face.repeat(300));
        assertThatThrownBy(() -> Settings.poses(List.of(face.repeat(301))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void advisesAgainstAPromptThatLeavesNoRoom() {
        ModelsLabFactory factory = new ModelsLabFactory();
        Map<String, String> tooLong = Map.of("portrait_series", "p".repeat(1950));

        assertThat(factory.advice(Settings.of("enterprise"), true)).isEmpty();
        assertThat(factory.advice(Settings.prompts("enterprise", tooLong), true))
                .singleElement()
                .asString()
                .startsWith("default-prompts: portrait_series is so long");
    }

    @ParameterizedTest
    @CsvSource({"enterprise, 2048", "v6, 1024"})
    void declaresTheLargestSideOfTheApi(String api, long largest) {
        ModelsLabSettings settings = Settings.of(api);

        ImageProvider provider = new ModelsLabFactory().open(account(settings));

        Support side = provider.capabilities(Kind.HEADSHOT).orElseThrow().support(Member.WIDTH);
        assertThat(side).isEqualTo(new Support.Honoured(new Range.Whole(256, largest)));
    }

    @Test
    void allowsFiveOrdersInFlightAndCountsNoMinutes() {
        Limits limits = new ModelsLabFactory().limits(Settings.of("enterprise"));

        assertThat(limits.inFlight()).hasValue(5);
        assertThat(limits.ordersPerMinute()).isEmpty();
        assertThat(limits.readsPerMinute()).isEmpty();
    }

    @Test
    void showsNoKeyInItsName() {
        ImageProvider provider = new ModelsLabFactory().open(account(Settings.of("enterprise")));

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
