package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** What the first bytes of a file tell of the picture in it. Nothing is decoded. */
public sealed interface PictureHeader {

    /**
     * A picture.
     *
     * @param type by its bytes
     * @param width in pixels, at least 1
     * @param height in pixels, at least 1
     */
    record Known(ImageType type, int width, int height) implements PictureHeader {}

    /** No PNG, JPEG, WebP or GIF, or one without a readable header. */
    record NotAPicture() implements PictureHeader {}

    /** Reads the header of a file, and no more of it than that takes. */
    static PictureHeader of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new HeaderReading(channel).header();
        } catch (UnusablePhoto _) {
            return new NotAPicture();
        }
    }
}
