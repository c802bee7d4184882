package dev.vignette.modelslab;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.Style;
import dev.vignette.provider.Order;
import dev.vignette.tck.Orders;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
    private static final String WHITE = "on a plain white background";

    @Test
    void eachPictureOfASeriesHasItsOwnPose() {
        List<String> prompts =
                IntStream.range(0, 13).mapToObj(i -> series(i, "a sailor", null)).toList();

        assertThat(prompts).doesNotHaveDuplicates().allMatch(text -> text.startsWith("a sailor, "));
    }

    @ParameterizedTest
    @CsvSource({"0, standing", "1, sitting", "2, standing", "12, standing"})
    void startsAgainWithTheFirstOfTheOperatorsPoses(int picture, String pose) {
        Prompts prompts = new Prompts(Settings.poses(List.of("standing", "sitting")));

        String prompt = prompts.of(order(picture, "a sailor", Background.WHITE));

        assertThat(prompt).isEqualTo("a sailor, " + pose + ", " + WHITE);
    }

    @Test
    void theSamePictureHasTheSamePromptWhoeverMakesIt() {
        assertThat(series(3, "a sailor", null)).isEqualTo(series(3, "a sailor", null));
    }

    @Test
    void aHeadshotHasNoPose() {
        Prompts prompts = new Prompts(Settings.of("enterprise"));
        Orders headshot = Orders.validHeadshot().style(style("a sailor", Background.WHITE));

        assertThat(prompts.of(headshot.order())).isEqualTo("a sailor, " + WHITE);
        assertThat(prompts.of(headshot.firstPicture(1).order())).isEqualTo("a sailor, " + WHITE);
    }

    @Test
    void usesTheOperatorsWordsForABackground() {
        Prompts prompts =
                new Prompts(Settings.backgrounds(Map.of("green_screen", "before a green wall")));

        assertThat(prompts.of(headshot("a sailor", Background.GREEN_SCREEN)))
                .isEqualTo("a sailor, before a green wall");
        assertThat(prompts.of(headshot("a sailor", Background.WHITE)))
                .isEqualTo("a sailor, " + WHITE);
    }

    @Test
    void withoutAnyWordsAllPartsAreOurs() {
        String prompt = series(0, null, null);

        assertThat(prompt)
                .startsWith("portrait photograph of this person")
                .endsWith("facing the camera with a relaxed smile");
    }

    @Test
    void keepsTheCallersWordsWholeAndThenTheBackground() {
        String roomForTheBackground = "s".repeat(2000 - WHITE.length() - 2);
        String full = "s".repeat(2000);

        assertThat(series(0, roomForTheBackground, Background.WHITE))
                .isEqualTo(roomForTheBackground + ", " + WHITE)
                .hasSize(2000);
        assertThat(series(0, roomForTheBackground + "s", Background.WHITE))
                .startsWith(roomForTheBackground + "s")
                .doesNotContain("background");
        assertThat(series(0, full, Background.WHITE)).isEqualTo(full);
    }

    @Test
    void isNeverLongerThanWhatACallerMaySend() {
        Prompts prompts =
                new Prompts(
                        Settings.poses(Stream.generate(() -> "p".repeat(300)).limit(2).toList()));

        for (int length = 1600; length <= 2000; length += 7) {
            String prompt = prompts.of(order(0, "s".repeat(length), Background.WHITE));

            assertThat(prompt).startsWith("s".repeat(length)).hasSizeBetween(length, 2000);
        }
    }

    private static String series(
            int picture, @Nullable String prompt, @Nullable Background background) {
        return new Prompts(Settings.of("enterprise")).of(order(picture, prompt, background));
    }

    private static Order order(
            int picture, @Nullable String prompt, @Nullable Background background) {
        return Orders.valid()
                .count(1)
                .firstPicture(picture)
                .style(style(prompt, background))
                .order();
    }

    private static Order headshot(String prompt, Background background) {
        return Orders.validHeadshot().style(style(prompt, background)).order();
    }

    private static Style style(@Nullable String prompt, @Nullable Background background) {
        return new Style(prompt, null, background, null, null, null, null, null, null, null, null);
    }
}
