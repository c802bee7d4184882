package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;

/** How large a reference photo may be. */
public final class PhotoLimits {

    /** The largest file, in bytes. */
    public static final int MAX_BYTES = 15_000_000;

    /** The longest side, in pixels. */
    public static final int MAX_SIDE = 8192;

    /** The most pixels. */
    public static final int MAX_PIXELS = 40_000_000;

    private PhotoLimits() {}

    static void checkBytes(int bytes) throws UnusablePhoto {
        if (bytes > MAX_BYTES) {
            throw UnusablePhoto.tooLarge();
        }
    }

    /** Refuses a picture by the size its header announces, before anything is decoded. */
    static void checkPixels(long width, long height) throws UnusablePhoto {
        if (width < 1 || height < 1) {
            throw UnusablePhoto.broken("it has no pixels");
        }
        if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
            throw new UnusablePhoto(
                    PhotoProblem.Kind.TOO_MANY_PIXELS,
                    "the photo has more than 8192 pixels a side or 40 megapixels");
        }
    }
}
