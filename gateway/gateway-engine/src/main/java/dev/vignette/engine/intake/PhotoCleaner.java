package dev.vignette.engine.intake;

import dev.vignette.portrait.ContentHash;
import dev.vignette.portrait.ImageType;
import dev.vignette.portrait.Photo;
import java.util.Arrays;
import java.util.Optional;

/** Makes of a file that came in the photo that may leave the house: checked, bare and upright. */
final class PhotoCleaner {
    private final Upright upright;

    PhotoCleaner(Upright upright) {
        this.upright = upright;
    }

    /**
     * A photo ready for use.
     *
     * @param facts what is known of it
     * @param bytes the file
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy would cost 15 MB
    record CleanPhoto(Photo facts, byte[] bytes) {}

    /** The same bytes come out whenever the same bytes go in. */
    CleanPhoto clean(byte[] raw, ContentHash rawHash) throws UnusablePhoto {
        CleanFile photo = upright.turn(stripped(raw));
        ContentHash hash =
                Arrays.equals(photo.bytes(), raw) ? rawHash : ContentHash.of(photo.bytes());
        Photo facts =
                new Photo(hash, photo.type(), photo.width(), photo.height(), photo.bytes().length);
        return new CleanPhoto(facts, photo.bytes());
    }

    private static CleanFile stripped(byte[] raw) throws UnusablePhoto {
        PhotoLimits.checkBytes(raw.length);
        Optional<ImageType> type = ImageType.sniff(raw);
        if (type.isEmpty()) {
            throw UnusablePhoto.unsupported();
        }
        return switch (type.get()) {
            case JPEG -> JpegCleaner.clean(raw);
            case PNG -> PngCleaner.clean(raw);
            case WEBP -> WebpCleaner.clean(raw);
            case GIF -> throw UnusablePhoto.unsupported();
        };
    }
}
