package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.broken;
import static dev.vignette.engine.copy.ScriptedFetch.file;
import static dev.vignette.engine.copy.ScriptedFetch.status;
import static dev.vignette.engine.copy.ScriptedFetch.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.engine.copy.ScriptedFetch.Answer;
import dev.vignette.fetch.Fetched;
import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatienceTest {
    private static final URI LINK = Pictures.link(0);

    @TempDir Path directory;

    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void waitsForALinkThatIsEarly() throws Exception {
        room.fetch.at(LINK, status(404), status(404), status(403), file(CopyRoom.PNG));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(copied.state()).isInstanceOf(PictureState.Stored.class);
        assertThat(room.time.pauses())
                .containsExactly(
                        Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    static Stream<Answer> useless() {
        return Stream.of(
                status(404),
                status(403),
                status(410),
                text("<html><body>Not found</body></html>"),
                text(""),
                _ -> new Fetched.Forbidden("10.0.0.1 is private"),
                _ -> new Fetched.TooLarge());
    }

    @ParameterizedTest
    @MethodSource("useless")
    void givesUpALinkThatGivesNoPicture(Answer answer) throws Exception {
        room.fetch.at(LINK, answer);

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(((PictureState.Lost) copied.state()).reason())
                .startsWith("the provider's link gave ")
                .doesNotContain("10.0.0.1");
        assertThat(room.time.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(room.spool.bytes()).isZero();
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the body ended early",
                "it took longer than allowed",
                "the line was closed",
            })
    void triesABrokenLineUntilTheLinkDies(String cause) throws Exception {
        room.fetch.at(LINK, broken(cause));

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(((PictureState.Lost) copied.state()).reason()).endsWith(cause);
        assertThat(room.time.passed()).isEqualTo(Pictures.LIFE);
        assertThat(room.time.pauses()).allMatch(p -> p.compareTo(Duration.ofSeconds(30)) <= 0);
        assertThat(room.spool.bytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429, 408})
    void survivesABusyServer(int status) throws Exception {
        Answer[] answers = Stream.generate(() -> status(status)).limit(40).toArray(Answer[]::new);
        answers[39] = file(CopyRoom.PNG);
        room.fetch.at(LINK, answers);

        Picture copied = room.copy(Pictures.linked(0));

        assertThat(copied.state()).isInstanceOf(PictureState.Stored.class);
    }

    @Test
    void triesADeadLinkOnceMoreAfterALongStandstill() throws Exception {
        room.fetch.at(LINK, status(404));
        Picture late = Pictures.linkedUntil(0, VirtualTime.START.minusSeconds(1));

        Picture copied = room.copy(late);

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
        assertThat(room.fetch.calls()).containsExactly(LINK);
    }
}
