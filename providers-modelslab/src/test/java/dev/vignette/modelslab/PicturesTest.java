package dev.vignette.modelslab;

import static dev.vignette.modelslab.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.provider.Asset;
import dev.vignette.provider.Delivery;
import dev.vignette.provider.Usage;
import dev.vignette.tck.Orders;
import dev.vignette.tck.SettableClock;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PicturesTest {
    private static final URI MAIN = URI.create("https://pub-1.r2.dev/a.png");
    private static final URI COPY = URI.create("https://cdn2.stablediffusionapi.com/a.png");
    private static final URI LATE = URI.create("https://pub-1.r2.dev/late.png");

    private final Pictures pictures = new Pictures(SettableClock.at("2026-03-01T10:00:00Z"));

    @ParameterizedTest
    @ValueSource(strings = {"['https://pub-1.r2.dev/a.png']", "'https://pub-1.r2.dev/a.png'"})
    void takesTheOutputAsListAndAsText(String output) {
        Answer answer = answer("{'output': " + output + "}");

        Asset.Linked asset = linked(answer);

        assertThat(asset.link()).isEqualTo(MAIN);
        assertThat(asset.mirrors()).isEmpty();
    }

    @Test
    void keepsProxyLinksAsMirrors() {
        Answer answer =
                answer(
                        "{'output': ['"
                                + MAIN
                                + "'], 'proxy_links': ['"
                                + COPY
                                + "', '"
                                + MAIN
                                + "']}");

        Asset.Linked asset = linked(answer);

        assertThat(asset.link()).isEqualTo(MAIN);
        assertThat(asset.mirrors()).containsExactly(COPY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "''", "null", "[null, '']"})
    void looksInProxyAndFutureLinksWhenTheOutputIsEmpty(String output) {
        Answer answer =
                answer(
                        "{'output': "
                                + output
                                + ", 'proxy_links': ['"
                                + COPY
                                + "'], 'future_links': ['"
                                + LATE
                                + "']}");

        Asset.Linked asset = linked(answer);

        assertThat(asset.link()).isEqualTo(COPY);
        assertThat(asset.mirrors()).containsExactly(LATE);
    }

    @Test
    void linksDieADayAfterTheAnswer() {
        Asset.Linked asset = linked(answer("{'output': ['" + MAIN + "']}"));

        assertThat(asset.expiresAt()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void carriesTheSeedTheVendorNamed() {
        Asset.Linked asset =
                linked(answer("{'output': ['" + MAIN + "'], 'meta': {'seed': 4029484891}}"));

        assertThat(asset.seed()).isEqualTo(4_029_484_891L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "data:image/png;base64,"})
    void takesBase64ThatNobodyAskedFor(String prefix) {
        String base64 = Base64.getEncoder().encodeToString(Orders.photo().content().get());

        Asset asset = asset(answer("{'output': ['" + prefix + base64 + "']}"));

        assertThat(asset)
                .isInstanceOfSatisfying(
                        Asset.Inline.class,
                        inline -> assertThat(inline.base64()).isEqualTo(base64));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'output': []}",
                "{'output': ['VGhpcyBpcyB0ZXh0LCBub3QgYSBwaWN0dXJl']}",
                "{'output': ['soon']}",
                "{'output': ['ftp://pub-1.r2.dev/a.png']}",
                "{'output': ['https://pub 1/']}"
            })
    void findsNoPictureWhereThereIsNone(String json) {
        assertThat(pictures.delivery(answer(json))).isEmpty();
    }

    @Test
    void deliversOnePictureAndInventsNoUsage() {
        Answer answer =
                answer("{'output': ['" + MAIN + "', '" + LATE + "'], 'generationTime': 7.4}");

        Delivery delivery = pictures.delivery(answer).orElseThrow();

        assertThat(delivery.assets()).hasSize(1);
        assertThat(delivery.usage()).isEqualTo(Usage.UNKNOWN);
    }

    private Asset.Linked linked(Answer answer) {
        assertThat(asset(answer)).isInstanceOf(Asset.Linked.class);
        return (Asset.Linked) asset(answer);
    }

    private Asset asset(Answer answer) {
        return pictures.delivery(answer).orElseThrow().assets().getFirst();
    }
}
