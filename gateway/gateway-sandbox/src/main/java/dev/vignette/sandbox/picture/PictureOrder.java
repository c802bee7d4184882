package dev.vignette.sandbox.picture;

import dev.vignette.portrait.Background;
import dev.vignette.portrait.ImageType;
import dev.vignette.sandbox.Bytes;

/**
 * One picture to draw.
 *
 * @param photo the reference photo's file: JPEG, PNG or WebP
 * @param background the scene behind the person
 * @param width in pixels, at least 64
 * @param height in pixels, at least 64
 * @param type {@link ImageType#PNG} or {@link ImageType#JPEG}
 * @param number which of them this is, from 1
 * @param of how many there are; 0 when that is not known
 * @param seed varies pose and light; the same seed draws the same picture
 * @param prompt what the picture was described as, which then decides the pose; empty when it was
 *     not described
 */
public record PictureOrder(
        Bytes photo,
        Background background,
        int width,
        int height,
        ImageType type,
        int number,
        int of,
        long seed,
        String prompt) {

    public PictureOrder {
        if (width < 64 || height < 64) {
            throw new IllegalArgumentException("a picture has at least 64 pixels a side");
        }
        if (type != ImageType.PNG && type != ImageType.JPEG) {
            throw new IllegalArgumentException("pictures are drawn as PNG or JPEG");
        }
    }
}
