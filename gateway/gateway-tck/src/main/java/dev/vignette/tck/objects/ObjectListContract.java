package dev.vignette.tck.objects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.objects.Content;
import dev.vignette.objects.ListedObject;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How every store of files lists them. */
public interface ObjectListContract {

    /** A store with nothing in it; the same one throughout a test. */
    ObjectStore store();

    @Test
    default void listsNothingWhenNew() {
        assertThat(store().list("pictures/", null, 10)).isEmpty();
    }

    @Test
    default void listsInTheOrderOfTheKeysWhatBeginsWithThePrefix() {
        put("pictures/b/1", "pictures/a", "pictures/b-2", "photos/a", "pictures.txt");

        assertThat(keys("pictures/", null, 10))
                .containsExactly("pictures/a", "pictures/b-2", "pictures/b/1");
        assertThat(keys("pic", null, 10)).hasSize(4);
    }

    @Test
    default void listsPageAfterPage() {
        put("pictures/3", "pictures/1", "pictures/5", "pictures/2", "pictures/4");

        List<String> first = keys("pictures/", null, 2);
        List<String> second = keys("pictures/", first.getLast(), 2);
        List<String> third = keys("pictures/", second.getLast(), 2);

        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        all.addAll(third);
        assertThat(all)
                .containsExactly(
                        "pictures/1", "pictures/2", "pictures/3", "pictures/4", "pictures/5");
        assertThat(third).hasSize(1);
        assertThat(keys("pictures/", third.getLast(), 2)).isEmpty();
    }

    @Test
    default void goesOnAfterAKeyThatIsGone() {
        put("pictures/1", "pictures/2", "pictures/3");

        store().delete(new ObjectKey("pictures/2"));

        assertThat(keys("pictures/", "pictures/2", 10)).containsExactly("pictures/3");
    }

    @Test
    default void tellsSinceWhenAFileIsStored() {
        put("pictures/1");

        Instant storedAt = store().list("pictures/", null, 1).getFirst().storedAt();

        assertThat(Duration.between(storedAt, Instant.now()).abs())
                .isLessThan(Duration.ofMinutes(1));
    }

    private void put(String... keys) {
        for (String key : keys) {
            byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
            store().put(new ObjectKey(key), Content.of(bytes, "image/png"));
        }
    }

    private List<String> keys(String prefix, @Nullable String after, int limit) {
        return store().list(prefix, after == null ? null : new ObjectKey(after), limit).stream()
                .map(ListedObject::key)
                .map(ObjectKey::value)
                .toList();
    }
}
