package dev.vignette.engine.accept;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.Asks;
import dev.vignette.engine.RandomStyles;
import dev.vignette.engine.Seeds;
import dev.vignette.portrait.CacheMode;
import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.Style;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What makes two requests under one key the same. */
final class RequestIdentityTest {
    @Test
    void isTheSameForTheSameRequest() {
        Seeds.each(random -> {
            Style style = RandomStyles.style(random);
            Asks one = Asks.series().labels(Map.of()).style(style);
            Asks other = Asks.series().style(style).key("another key");

            assertThat(of(one)).isEqualTo(of(other));
        });
    }

    @Test
    void isAnotherWhenAnyMemberIsAnother() {
        Seeds.each(random -> {
            Style one = RandomStyles.style(random);
            Style other = RandomStyles.style(random);
            boolean same = one.values().equals(other.values());

            assertThat(of(Asks.series().style(one)).equals(of(Asks.series().style(other))))
                    .isEqualTo(same);
        });
    }

    private static ContentHash of(Asks asks) {
        return RequestIdentity.of(asks.ask());
    }

    @Test
    void doesNotDependOnHowANumberIsWritten() {
        assertThat(of(Asks.headshot().style(guidance("7.50"))))
                .isEqualTo(of(Asks.headshot().style(guidance("7.5"))));
    }

    private static Style guidance(String value) {
        return new Style(
                null, null, null, null, null, null, null, null, new BigDecimal(value), null, null);
    }

    @Test
    void doesNotDependOnTheOrderOfProvidersOrPairs() {
        assertThat(of(Asks.headshot().providers("a", "b")))
                .isEqualTo(of(Asks.headshot().providers("b", "a")));
        assertThat(of(Asks.headshot().labels(ordered("a", "b"))))
                .isEqualTo(of(Asks.headshot().labels(ordered("b", "a"))));
    }

    private static Map<String, String> ordered(String first, String second) {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put(first, "1");
        pairs.put(second, "1");
        return pairs;
    }

    @Test
    void tellsPairsApartThatRunTogether() {
        assertThat(of(Asks.headshot().labels(Map.of("a", "b", "c", "d"))))
                .isNotEqualTo(of(Asks.headshot().labels(Map.of("a", "b=c", "d", ""))));
        assertThat(of(Asks.headshot().labels(Map.of("a", "b"))))
                .isNotEqualTo(of(Asks.headshot().metadata(Map.of("a", "b"))));
    }

    @Test
    void tellsWhatWasSetFromWhatWasLeftOpen() {
        assertThat(of(Asks.series().count(4))).isNotEqualTo(of(Asks.series()));
        assertThat(of(Asks.series().cache(CacheMode.USE))).isNotEqualTo(of(Asks.series()));
        assertThat(of(Asks.series().deadline(Duration.ofMinutes(10))))
                .isNotEqualTo(of(Asks.series()));
    }
}
