package dev.vignette.engine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vignette.portrait.ImageType;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureHeaderTest {
    @TempDir Path directory;

    @Test
    void tellsTypeAndSizeOfEveryKnownFormat() throws IOException {
        BufferedImage picture = TestPictures.quarters(300, 200, BufferedImage.TYPE_INT_RGB);

        assertThat(header(TestPictures.jpeg(300, 200))).isEqualTo(known(ImageType.JPEG));
        assertThat(header(TestPictures.png(300, 200))).isEqualTo(known(ImageType.PNG));
        assertThat(header(TestPictures.webp(300, 200))).isEqualTo(known(ImageType.WEBP));
        assertThat(header(TestPictures.extendedWebp(300, 200, 0))).isEqualTo(known(ImageType.WEBP));
        assertThat(header(TestPictures.written("gif", picture))).isEqualTo(known(ImageType.GIF));
    }

    @Test
    void findsTheSizeOfAJpegBehindLargeSegments() throws IOException {
        byte[] jpeg = TestPictures.jpeg(300, 200);
        for (int i = 0; i < 20; i++) {
            jpeg = TestPictures.withSegment(jpeg, 0xE2, new byte[60_000]);
        }

        assertThat(header(jpeg)).isEqualTo(known(ImageType.JPEG));
    }

    @Test
    void callsEverythingElseNoPicture() throws IOException {
        PictureHeader none = new PictureHeader.NotAPicture();

        assertThat(header(TestPictures.ascii("<html>busy</html>"))).isEqualTo(none);
        assertThat(header(new byte[0])).isEqualTo(none);
        assertThat(header(TestPictures.part(TestPictures.jpeg(9, 9), 0, 30))).isEqualTo(none);
        assertThat(header(TestPictures.part(TestPictures.png(9, 9), 0, 20))).isEqualTo(none);
        assertThat(header(TestPictures.pngHeader(0, 7))).isEqualTo(none);
    }

    private static PictureHeader known(ImageType type) {
        return new PictureHeader.Known(type, 300, 200);
    }

    private PictureHeader header(byte[] bytes) throws IOException {
        return PictureHeader.of(Files.write(directory.resolve("file"), bytes));
    }
}
