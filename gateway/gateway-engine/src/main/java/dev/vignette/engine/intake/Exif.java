package dev.vignette.engine.intake;

/**
 * Reads the one thing of an EXIF block that changes how the photo looks: its orientation (EXIF 2.3,
 * tag 0x0112 of the first directory). Never fails: a block that cannot be read says upright.
 */
final class Exif {
    /** As stored is as seen. */
    static final int UPRIGHT = 1;

    private static final int LAST_ORIENTATION = 8;
    private static final int ORIENTATION_TAG = 0x0112;
    private static final int SHORT = 3;
    private static final int ENTRY_BYTES = 12;
    private static final String JPEG_PREFIX = "Exif\0\0";

    private final FileBytes tiff;
    private final boolean little;

    private Exif(FileBytes tiff) {
        this.tiff = tiff;
        this.little = tiff.has(0, "II");
    }

    /**
     * The orientation, 1 to 8, of the EXIF block in that stretch of a file, with or without the
     * prefix that JPEG puts before it.
     */
    static int orientation(byte[] file, int from, int to) {
        boolean prefixed = new FileBytes(file, from, to).has(0, JPEG_PREFIX);
        FileBytes tiff = new FileBytes(file, prefixed ? from + JPEG_PREFIX.length() : from, to);
        try {
            return new Exif(tiff).read();
        } catch (UnusablePhoto _) {
            return UPRIGHT; // metadata that nobody can read turns no picture
        }
    }

    private int read() throws UnusablePhoto {
        if (!little && !tiff.has(0, "MM")) {
            return UPRIGHT;
        }
        long directory = little ? tiff.u32Little(4) : tiff.u32(4);
        int entries = u16(directory);
        for (int i = 0; i < entries; i++) {
            long entry = directory + 2 + (long) i * ENTRY_BYTES;
            if (u16(entry) == ORIENTATION_TAG && u16(entry + 2) == SHORT) {
                return valid(u16(entry + 8));
            }
        }
        return UPRIGHT;
    }

    private static int valid(int orientation) {
        boolean known = orientation >= UPRIGHT && orientation <= LAST_ORIENTATION;
        return known ? orientation : UPRIGHT;
    }

    private int u16(long at) throws UnusablePhoto {
        return little ? tiff.u16Little(at) : tiff.u16(at);
    }
}
