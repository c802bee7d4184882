package dev.vignette.sandbox.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SandboxPainterTest {

    @Test
    void drawsTheOrderedSizeAsPng() throws IOException {
        PictureOrder order = order(Background.WHITE, 384, 512, ImageType.PNG, 1);

        Bytes file = SandboxPainter.paint(order);

        assertThat(ImageType.sniff(file.array())).contains(ImageType.PNG);
        BufferedImage picture = decoded(file);
        assertThat(picture.getWidth()).isEqualTo(384);
        assertThat(picture.getHeight()).isEqualTo(512);
    }

    @Test
    void drawsJpegWhenAsked() {
        PictureOrder order = order(Background.NEUTRAL, 256, 256, ImageType.JPEG, 1);

        Bytes file = SandboxPainter.paint(order);

        assertThat(ImageType.sniff(file.array())).contains(ImageType.JPEG);
    }

    @ParameterizedTest
    @EnumSource(
            value = Background.class,
            names = {"WHITE", "BLACK", "GRAY", "GREEN_SCREEN", "NEUTRAL"})
    void showsTheBackgroundInTheCorners(Background background) throws IOException {
        PictureOrder order = order(background, 256, 320, ImageType.PNG, 1);

        BufferedImage picture = decoded(SandboxPainter.paint(order));

        Color expected = Studio.colour(background);
        Color corner = new Color(picture.getRGB(2, 2));
        assertThat(distance(corner, expected)).isLessThan(48);
    }

    @Test
    void keepsTheBackgroundOfThePhotoWhenItIsToStayOriginal() throws IOException {
        PictureOrder order = order(Background.ORIGINAL, 256, 320, ImageType.PNG, 1);

        BufferedImage picture = decoded(SandboxPainter.paint(order));

        Color wall = new Color(decoded(portrait()).getRGB(2, 2));
        assertThat(distance(new Color(picture.getRGB(2, 2)), wall)).isLessThan(90);
    }

    @Test
    void drawsEveryPictureOfASeriesDifferently() {
        Set<Bytes> series = new HashSet<>();

        for (int number = 1; number <= 4; number++) {
            series.add(
                    SandboxPainter.paint(order(Background.WHITE, 256, 256, ImageType.PNG, number)));
        }

        assertThat(series).hasSize(4);
    }

    @Test
    void drawsTheSamePictureForTheSameSeed() {
        PictureOrder order = order(Background.GRAY, 256, 256, ImageType.PNG, 2);

        Bytes once = SandboxPainter.paint(order);
        Bytes again = SandboxPainter.paint(order);

        assertThat(again).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource({
        "a portrait facing the camera, a portrait in profile to the left",
        "a portrait with arms crossed, a portrait with hands in the pockets"
    })
    void drawsAnotherPoseForAnotherPrompt(String one, String other) throws IOException {
        BufferedImage first = decoded(SandboxPainter.paint(described(one, 7)));
        BufferedImage second = decoded(SandboxPainter.paint(described(other, 7)));

        assertThat(shareOfDifferentPixels(first, second)).isGreaterThan(0.05);
        assertThat(SandboxPainter.paint(described(one, 7)))
                .isNotEqualTo(SandboxPainter.paint(described(one, 8)));
    }

    @Test
    void drawsTheSamePictureForTheSamePromptAndSeed() {
        Bytes once = SandboxPainter.draw(described("a calm portrait", 7));

        assertThat(SandboxPainter.draw(described("a calm portrait", 7))).isEqualTo(once);
    }

    @Test
    void drawsFromAPhotoWithABusyBackground() throws IOException {
        PictureOrder order =
                new PictureOrder(stripes(), Background.BLACK, 256, 256, ImageType.PNG, 1, 1, 0, "");

        BufferedImage picture = decoded(SandboxPainter.paint(order));

        assertThat(distance(new Color(picture.getRGB(3, 3)), Studio.colour(Background.BLACK)))
                .isLessThan(48);
        assertThat(distance(new Color(picture.getRGB(128, 100)), Studio.colour(Background.BLACK)))
                .isGreaterThan(48);
    }

    @Test
    void refusesWhatIsNoPhoto() {
        Bytes text = Bytes.of("not a photo");

        assertThat(PhotoFile.isReadable(text)).isFalse();
        PictureOrder order =
                new PictureOrder(text, Background.WHITE, 256, 256, ImageType.PNG, 1, 1, 0, "");
        assertThatThrownBy(() -> SandboxPainter.paint(order)).isInstanceOf(UnreadablePhoto.class);
    }

    private static PictureOrder order(
            Background background, int width, int height, ImageType type, int number) {
        return new PictureOrder(portrait(), background, width, height, type, number, 4, 7, "");
    }

    private static PictureOrder described(String prompt, long seed) {
        return new PictureOrder(
                portrait(), Background.WHITE, 256, 256, ImageType.PNG, 1, 0, seed, prompt);
    }

    /** Pixels that are plainly of another colour. */
    private static double shareOfDifferentPixels(BufferedImage one, BufferedImage other) {
        int different = 0;
        for (int y = 0; y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                Color left = new Color(one.getRGB(x, y));
                different += distance(left, new Color(other.getRGB(x, y))) > 48 ? 1 : 0;
            }
        }
        return (double) different / (one.getWidth() * one.getHeight());
    }

    static Bytes portrait() {
        try (InputStream in = SandboxPainter.class.getResourceAsStream("/sandbox/portrait.jpg")) {
            assertThat(in).isNotNull();
            return Bytes.of(in.readAllBytes());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Bytes stripes() throws IOException {
        BufferedImage image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        for (int x = 0; x < 300; x += 20) {
            pen.setColor(x % 40 == 0 ? Color.ORANGE : Color.CYAN);
            pen.fillRect(x, 0, 20, 300);
        }
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return Bytes.of(out.toByteArray());
    }

    private static BufferedImage decoded(Bytes file) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(file.array()));
    }

    private static double distance(Color one, Color other) {
        return Math.sqrt(
                Math.pow(one.getRed() - other.getRed(), 2)
                        + Math.pow(one.getGreen() - other.getGreen(), 2)
                        + Math.pow(one.getBlue() - other.getBlue(), 2));
    }
}
