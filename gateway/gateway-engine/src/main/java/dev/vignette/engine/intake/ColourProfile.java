package dev.vignette.engine.intake;

/**
 * The ICC profile of a photo, in one piece or many. Its first four bytes tell how long it is
 * (ICC.1, section 7.2.2): decoders set that much memory aside, so it must not be more than there
 * is.
 */
final class ColourProfile {
    private long announced;
    private long bytes;

    /** Adds the piece of the profile in that stretch of the file. */
    void add(FileBytes file, int from, int to) throws UnusablePhoto {
        if (bytes == 0) {
            announced = file.u32(from);
        }
        bytes += to - from;
    }

    void checkWhole() throws UnusablePhoto {
        if (announced > bytes) {
            throw UnusablePhoto.broken("its colour profile ends too early");
        }
    }
}
