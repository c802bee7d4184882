package dev.vignette.engine.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Asks;
import dev.vignette.engine.RandomStyles;
import dev.vignette.engine.Seeds;
import dev.vignette.engine.request.Client;
import dev.vignette.generation.GenerationRequest;
import dev.vignette.portrait.Background;
import dev.vignette.portrait.CacheKey;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.OnMisfit;
import dev.vignette.portrait.Photo;
import dev.vignette.portrait.PortraitRequest;
import dev.vignette.portrait.Style;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is filled in for the caller. */
final class NormaliserTest {
    private static final Photo PHOTO =
            new Photo(ContentHash.of(new byte[] {1}), ImageType.PNG, 64, 64, 1);
    private static final Client ANYBODY = new Client("app", Set.of());

    @Test
    void fillsInTheDefaultsOfASeries() {
        GenerationRequest request = normalised(Asks.series());

        assertThat(request.portrait().count()).isEqualTo(4);
        assertThat(request.portrait().style().background()).isEqualTo(Background.WHITE);
        assertThat(request.portrait().style().randomize()).isFalse();
        assertThat(request.portrait().onMisfit()).isEqualTo(OnMisfit.ADAPT);
        assertThat(request.portrait().asked()).isEmpty();
        assertThat(request.cache()).isEqualTo(CacheMode.USE);
        assertThat(request.deadline()).isEqualTo(Duration.ofMinutes(10));
    }

    private static GenerationRequest normalised(Asks asks) {
        return Normaliser.normalise(ANYBODY, asks.ask(), PHOTO);
    }

    @Test
    void givesAHeadshotNoBackground() {
        GenerationRequest request = normalised(Asks.headshot());

        assertThat(request.portrait().count()).isOne();
        assertThat(request.portrait().style().background()).isNull();
    }

    @Test
    void takesPicturesThatShouldAllBeDifferentNotFromTheCache() {
        Style different =
                new Style(null, null, null, true, null, null, null, null, null, null, null);

        assertThat(normalised(Asks.series().style(different)).cache()).isEqualTo(CacheMode.REFRESH);
        assertThat(normalised(Asks.series().style(different).cache(CacheMode.USE)).cache())
                .isEqualTo(CacheMode.USE);
    }

    @Test
    void keepsAClientWithinItsProviders() {
        Client restricted = new Client("app", Set.of("b", "a"));

        assertThat(providers(restricted, Asks.series())).containsExactly("a", "b");
        assertThat(providers(restricted, Asks.series().providers("b", "c"))).containsExactly("b");
        assertThat(providers(ANYBODY, Asks.series().providers("c"))).containsExactly("c");
    }

    private static List<String> providers(Client client, Asks asks) {
        return Normaliser.normalise(client, asks.ask(), PHOTO).portrait().providers();
    }

    @Test
    void keepsEverythingTheCallerSet() {
        Seeds.each(random -> {
            Style style = RandomStyles.style(random);
            GenerationRequest request = normalised(Asks.series().style(style));

            assertThat(request.portrait().style().values()).containsAllEntriesOf(style.values());
            assertThat(request.portrait().asked()).isEqualTo(style.values().keySet());
        });
    }

    @Test
    void changesNothingInWhatIsNormalisedAlready() {
        Seeds.each(random -> {
            Asks asks =
                    Asks.series().style(RandomStyles.style(random)).count(random.nextInt(1, 14));
            PortraitRequest once = normalised(asks).portrait();
            PortraitRequest twice = normalised(asks.style(once.style())).portrait();

            assertThat(CacheKey.of("app", twice)).isEqualTo(CacheKey.of("app", once));
        });
    }

    @Test
    void makesTheSameKeyOfADefaultWrittenOutAndLeftOpen() {
        Style white =
                new Style(
                        null,
                        null,
                        Background.WHITE,
                        false,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
        PortraitRequest open = normalised(Asks.series()).portrait();
        PortraitRequest written = normalised(Asks.series().count(4).style(white)).portrait();

        assertThat(CacheKey.of("app", written)).isEqualTo(CacheKey.of("app", open));
    }

    @Test
    void makesDifferentKeysOfDifferentRequests() {
        Seeds.each(random -> {
            Style one = RandomStyles.style(random);
            Style other = RandomStyles.style(random);
            PortraitRequest first = normalised(Asks.series().style(one)).portrait();
            PortraitRequest second = normalised(Asks.series().style(other)).portrait();
            boolean same = first.values().equals(second.values());

            assertThat(CacheKey.of("app", first).equals(CacheKey.of("app", second)))
                    .isEqualTo(same);
            assertThat(CacheKey.of("app", first)).isNotEqualTo(CacheKey.of("apq", first));
        });
    }
}
