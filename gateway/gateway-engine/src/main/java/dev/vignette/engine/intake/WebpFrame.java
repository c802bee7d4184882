package dev.vignette.engine.intake;

import java.util.Optional;

/**
 * The size of a WebP picture as one of its chunks announces it (RFC 9649, sections 2.5 to 2.7).
 *
 * @param width in pixels, at least 1 unless the chunk lies
 * @param height in pixels
 */
record WebpFrame(int width, int height) {
    private static final int LOSSY_START = 0x2A019D;
    private static final int LOSSLESS_SIGNATURE = 0x2F;
    private static final int FOURTEEN_BITS = 0x3FFF;

    /**
     * The size that the chunk whose header is at that place announces, or empty when it is not of a
     * sort that announces one.
     */
    static Optional<WebpFrame> of(FileBytes file, int chunk) throws UnusablePhoto {
        if (file.has(chunk, "VP8X")) {
            return Optional.of(
                    new WebpFrame(file.u24Little(chunk + 12) + 1, file.u24Little(chunk + 15) + 1));
        }
        if (file.has(chunk, "VP8L")) {
            return Optional.of(lossless(file, chunk + 8));
        }
        return file.has(chunk, "VP8 ") ? Optional.of(lossy(file, chunk + 8)) : Optional.empty();
    }

    private static WebpFrame lossy(FileBytes file, int at) throws UnusablePhoto {
        boolean keyFrame = (file.u8(at) & 1) == 0;
        if (!keyFrame || file.u24Little(at + 3) != LOSSY_START) {
            throw UnusablePhoto.broken("the WebP's picture has no beginning");
        }
        return new WebpFrame(
                file.u16Little(at + 6) & FOURTEEN_BITS, file.u16Little(at + 8) & FOURTEEN_BITS);
    }

    private static WebpFrame lossless(FileBytes file, int at) throws UnusablePhoto {
        long sizes = file.u32Little(at + 1);
        boolean known = sizes >>> 29 == 0;
        if (file.u8(at) != LOSSLESS_SIGNATURE || !known) {
            throw UnusablePhoto.broken("the WebP's picture has no beginning");
        }
        return new WebpFrame(
                (int) (sizes & FOURTEEN_BITS) + 1, (int) (sizes >> 14 & FOURTEEN_BITS) + 1);
    }
}
