package dev.vignette.tck.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.objects.Content;
import dev.vignette.objects.ObjectConflict;
import dev.vignette.objects.ObjectFacts;
import dev.vignette.objects.ObjectKey;
import dev.vignette.objects.ObjectStore;
import dev.vignette.objects.StoreUnavailable;
import dev.vignette.portrait.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store of files must do. */
public interface ObjectStoreContract extends ObjectListContract {
    /** Where the contract's tests put their file. */
    ObjectKey KEY = new ObjectKey("gen_1/images/0.png");

    /** Another store over the same files, as after a restart. */
    ObjectStore reopened();

    @Test
    default void isEmptyWhenNew() {
        assertThat(store().find(KEY)).isEmpty();
        assertThat(store().open(KEY)).isEmpty();
    }

    @Test
    default void findsAndOpensWhatWasPut() throws IOException {
        var content = picture("a portrait");

        store().put(KEY, content);

        assertThat(store().find(KEY)).contains(content.facts());
        assertThat(read(store())).asString(StandardCharsets.UTF_8).isEqualTo("a portrait");
    }

    @Test
    default void keepsFilesOverARestart() throws IOException {
        var content = picture("kept");

        store().put(KEY, content);

        assertThat(reopened().find(KEY)).contains(content.facts());
        assertThat(read(reopened())).asString(StandardCharsets.UTF_8).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "..",
                "a/../b",
                "a/./b",
                ".hidden",
                "a//b",
                "a/",
                "a\\b",
                "a b",
                "a%2fb",
                "a\u0000b",
                "a\nb",
                "C:/b",
                "1/2/3/4/5/6/7/8/9"
            })
    default void takesNoKeyThatCouldClimbOut(String nasty) {
        assertThatThrownBy(() -> new ObjectKey(nasty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void takesTheSameContentTwice() throws IOException {
        store().put(KEY, picture("same"));

        assertThatCode(() -> store().put(KEY, picture("same"))).doesNotThrowAnyException();

        assertThat(read(store())).asString(StandardCharsets.UTF_8).isEqualTo("same");
    }

    @Test
    default void refusesOtherContentUnderAUsedKeyAndChangesNothing() throws IOException {
        store().put(KEY, picture("first"));

        assertThatThrownBy(() -> store().put(KEY, picture("second")))
                .isInstanceOf(ObjectConflict.class);

        assertThat(store().find(KEY)).contains(picture("first").facts());
        assertThat(read(store())).asString(StandardCharsets.UTF_8).isEqualTo("first");
    }

    @Test
    default void refusesBytesThatAreNotWhatWasPromisedAndKeepsNothing() {
        var promised = picture("promised").facts();
        var delivered = new Content(promised, picture("differed").source());

        assertThatThrownBy(() -> store().put(KEY, delivered)).isInstanceOf(ObjectConflict.class);

        assertThat(store().find(KEY)).isEmpty();
        assertThat(store().open(KEY)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    default void refusesAFileOfAnotherLengthThanPromised(long difference) {
        var content = picture("a portrait");
        var facts = content.facts();
        var wrong = new ObjectFacts(facts.hash(), facts.bytes() + difference, facts.mediaType());

        assertThatThrownBy(() -> store().put(KEY, new Content(wrong, content.source())))
                .isInstanceOf(ObjectConflict.class);

        assertThat(store().find(KEY)).isEmpty();
    }

    @Test
    default void neverShowsAHalfWrittenFile() {
        var bytes = noise(3_000_000);
        var whole = Content.of(bytes, "image/png");
        var breaking = new Content(whole.facts(), () -> new BreakingStream(bytes, 2_000_000));

        assertThatThrownBy(() -> store().put(KEY, breaking)).isInstanceOf(StoreUnavailable.class);

        assertThat(store().find(KEY)).isEmpty();
        assertThatCode(() -> store().put(KEY, whole)).doesNotThrowAnyException();
        assertThat(store().find(KEY)).contains(whole.facts());
    }

    @Test
    default void letsOneContentWinWhenManyWriteTheSameKey() throws IOException {
        var contents = IntStream.range(0, 16).mapToObj(i -> picture("content " + i % 2)).toList();

        var outcomes = Parallel.map(contents, this::attempt);

        var winner = store().find(KEY).orElseThrow();
        assertThat(outcomes)
                .allSatisfy(o -> assertThat(o.stored()).isEqualTo(o.facts().equals(winner)));
        assertThat(ContentHash.of(read(store()))).isEqualTo(winner.hash());
    }

    @Test
    default void takesManyDifferentFilesAtOnce() {
        var keys =
                IntStream.range(0, 24).mapToObj(i -> new ObjectKey("gen_2/images/" + i)).toList();

        Parallel.map(keys, key -> put(key, picture("picture " + key)));

        assertThat(keys)
                .allSatisfy(key ->
                        assertThat(store().find(key)).contains(picture("picture " + key).facts()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8 * 1024 * 1024 + 17})
    default void takesEmptyAndLargeFiles(int size) throws IOException {
        var content = Content.of(noise(size), "image/webp");

        store().put(KEY, content);

        assertThat(store().find(KEY)).contains(content.facts());
        assertThat(ContentHash.of(read(store()))).isEqualTo(content.facts().hash());
    }

    @Test
    default void deletesAndTakesTheKeyAgain() {
        store().put(KEY, picture("old"));

        store().delete(KEY);

        assertThat(store().find(KEY)).isEmpty();
        assertThat(store().open(KEY)).isEmpty();
        store().put(KEY, picture("new"));
        assertThat(store().find(KEY)).contains(picture("new").facts());
    }

    @Test
    default void deletesOnlyThatFile() {
        var neighbour = new ObjectKey("gen_1/images/0.png.json");
        store().put(KEY, picture("goes"));
        store().put(neighbour, picture("stays"));

        store().delete(KEY);

        assertThat(store().find(neighbour)).contains(picture("stays").facts());
    }

    @Test
    default void deletesTheAbsentWithoutComplaint() {
        assertThatCode(() -> store().delete(KEY)).doesNotThrowAnyException();
    }

    private Outcome attempt(Content content) {
        try {
            store().put(KEY, content);
            return new Outcome(content.facts(), true);
        } catch (ObjectConflict _) {
            return new Outcome(content.facts(), false);
        }
    }

    private ObjectKey put(ObjectKey key, Content content) {
        store().put(key, content);
        return key;
    }

    private static byte[] read(ObjectStore store) throws IOException {
        try (InputStream bytes = store.open(KEY).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }

    private static Content picture(String text) {
        return Content.of(text.getBytes(StandardCharsets.UTF_8), "image/png");
    }

    private static byte[] noise(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    /**
     * How one of many writers fared.
     *
     * @param facts what it wanted to store
     * @param stored whether the store took it
     */
    record Outcome(ObjectFacts facts, boolean stored) {}
}
