package dev.vignette.engine.copy;

import static dev.vignette.engine.copy.ScriptedFetch.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.generation.Picture;
import dev.vignette.generation.PictureState;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InlinePicturesTest {
    @TempDir Path directory;

    private CopyRoom room;

    @BeforeEach
    void open() {
        room = CopyRoom.alone(directory);
    }

    @Test
    void storesInlinePicturesAfterARestart() throws Exception {
        Picture picture = Pictures.inline(0);

        room.copier.keep(picture, CopyRoom.PNG_BASE64);
        room.copier.keep(picture, CopyRoom.PNG_BASE64);
        room.reopen();
        Picture copied = room.copy(picture);

        assertThat(room.stored(copied)).isEqualTo(CopyRoom.PNG);
        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aGVsbG8gd29ybGQ=", "%%%%", "", "AAA"})
    void callsInlineTextThatHoldsNoPictureLost(String text) throws Exception {
        room.copier.keep(Pictures.inline(0), text);

        Picture copied = room.copy(Pictures.inline(0));

        assertThat(((PictureState.Lost) copied.state()).reason()).contains("no picture");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void callsAnInlinePictureLostWhenItsSpoolFileIsGone() throws Exception {
        Picture copied = room.copy(Pictures.inline(0));

        assertThat(copied.state()).isInstanceOf(PictureState.Lost.class);
    }

    @Test
    void takesInlinePicturesEvenWhenTheSpoolIsFull() throws Exception {
        room = CopyRoom.alone(directory, 1);

        room.copier.keep(Pictures.inline(0), CopyRoom.PNG_BASE64);

        assertThat(room.spool.bytes()).isEqualTo(CopyRoom.PNG.length);
    }
}
