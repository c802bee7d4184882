package dev.vignette.tck.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.ContentHash;
import dev.vignette.store.ConfigurationStore;
import dev.vignette.store.ConfigurationVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link ConfigurationStore} promises. */
public interface ConfigurationStoreContract {

    /** A store that was empty when the test began. */
    ConfigurationStore configurations();

    @Test
    default void isEmptyAtFirst() {
        assertThat(configurations().newest()).isZero();
        assertThat(configurations().latest(20)).isEmpty();
        assertThat(configurations().find(1)).isEmpty();
    }

    @Test
    default void keepsEverythingOfAVersion() {
        ConfigurationVersion first = version(1, "vignette: {}\n", null, null);
        ConfigurationVersion second = version(2, "", 1L, first.hash());

        assertThat(configurations().add(first)).isTrue();
        assertThat(configurations().add(second)).isTrue();

        assertThat(configurations().find(1)).contains(first);
        assertThat(configurations().find(2)).contains(second);
        assertThat(configurations().newest()).isEqualTo(2);
    }

    @Test
    default void listsTheNewestFirst() {
        List<ConfigurationVersion> all =
                List.of(version(1, "a", null, null), version(2, "b", null, null));
        all.forEach(configurations()::add);

        assertThat(configurations().latest(20)).isEqualTo(all.reversed());
        assertThat(configurations().latest(1)).containsExactly(all.getLast());
    }

    @Test
    default void takesNoVersionOutOfTurn() {
        configurations().add(version(1, "a", null, null));

        assertThat(configurations().add(version(1, "b", null, null))).isFalse();
        assertThat(configurations().add(version(3, "c", null, null))).isFalse();

        assertThat(configurations().latest(20)).containsExactly(version(1, "a", null, null));
    }

    @Test
    default void takesOneOfManyThatComeAtOnce() {
        List<Boolean> taken =
                AtOnce.times(
                        20, place -> configurations().add(version(1, "v" + place, null, null)));

        assertThat(taken).containsOnlyOnce(true);
        assertThat(configurations().newest()).isEqualTo(1);
    }

    @Test
    default void setsNothingAsideOnceThatIsReleased() {
        ConfigurationVersion version = version(1, "a", null, hash("b"));
        configurations().add(version);

        configurations().release(1);
        configurations().release(1);

        assertThat(configurations().find(1)).contains(version.released());
    }

    private static ConfigurationVersion version(
            long number, String text, @Nullable Long restores, @Nullable ContentHash setAside) {
        return new ConfigurationVersion(
                number,
                hash(text),
                text,
                Purchase.AT.plusSeconds(number),
                "file",
                restores,
                setAside,
                "--- before\n+++ after\n");
    }

    private static ContentHash hash(String text) {
        return ContentHash.of(text.getBytes(UTF_8));
    }
}
