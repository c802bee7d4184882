package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;
import java.util.Arrays;

/**
 * Walks a JPEG file marker by marker (ITU-T T.81, annex B) and leaves out what tells more than the
 * picture: EXIF with place and time, XMP, IPTC, comments, thumbnails, further pictures, and
 * whatever follows the end.
 *
 * <p>Three application segments stay because the colours depend on them: JFIF (without its
 * thumbnail), Adobe, and ICC profiles. A profile describes a device's colours, not the person or
 * the place; without it a wide-gamut photo comes out pale.
 */
final class JpegCleaner {
    private static final int START = 0xD8;
    private static final int END = 0xD9;
    private static final int SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int JFIF_BYTES = 18;

    /** Marker, length, name, and which piece of how many. */
    private static final int PROFILE_HEAD = 18;

    /** A progressive photo has about ten; each costs whoever decodes it a pass over the picture. */
    private static final int MOST_SCANS = 100;

    private final byte[] raw;
    private final FileBytes file;
    private final KeptBytes kept;
    private final ColourProfile profile = new ColourProfile();
    private int orientation;
    private int width;
    private int height;
    private int scans;

    private JpegCleaner(byte[] raw) {
        this.raw = raw;
        this.file = FileBytes.of(raw);
        this.kept = new KeptBytes(raw);
    }

    static CleanFile clean(byte[] raw) throws UnusablePhoto {
        return new JpegCleaner(raw).walk();
    }

    private CleanFile walk() throws UnusablePhoto {
        kept.keep(0, 2);
        int at = markerFrom(2);
        while (file.u8(at + 1) != END) {
            at = markerFrom(segment(file.u8(at + 1), at));
        }
        if (scans == 0) {
            throw UnusablePhoto.broken("the JPEG holds no picture");
        }
        profile.checkWhole();
        kept.keep(at, at + 2);
        int turned = orientation == 0 ? Exif.UPRIGHT : orientation;
        return new CleanFile(ImageType.JPEG, width, height, turned, kept.toBytes());
    }

    /** Where the next marker's last 0xFF is; any number of them may fill the gap before it. */
    private int markerFrom(int at) throws UnusablePhoto {
        if (file.u8(at) != 0xFF) {
            throw UnusablePhoto.broken("a JPEG marker is missing");
        }
        int marker = at;
        while (file.u8(marker + 1) == 0xFF) {
            marker++;
        }
        return marker;
    }

    /** Takes one segment, or a scan with its data, and returns where it ends. */
    private int segment(int code, int at) throws UnusablePhoto {
        if (code < 0xC0 || (code >= FIRST_RESTART && code <= START)) {
            throw UnusablePhoto.broken("a JPEG marker is out of place");
        }
        int end = at + 2 + file.u16(at + 2);
        if (end < at + 4 || end > raw.length) {
            throw UnusablePhoto.broken("a JPEG segment has a wrong length");
        }
        switch (code) {
            case 0xC0, 0xC1, 0xC2 -> frame(at, end);
            case 0xC4, 0xDB, 0xDD ->
                    kept.keep(at, end); // Huffman and quantisation tables, restarts
            case 0xE0 -> jfif(at, end);
            case 0xE1 -> exif(at, end);
            case 0xE2 -> profile(at, end);
            case 0xEE -> adobe(at, end);
            case SCAN -> {
                return scan(at, end);
            }
            default -> refuseOtherCodings(code);
        }
        return end;
    }

    private void frame(int at, int end) throws UnusablePhoto {
        if (width != 0) {
            throw UnusablePhoto.broken("the JPEG holds two pictures");
        }
        if (end < at + 10) {
            throw UnusablePhoto.broken("the JPEG's header is too short");
        }
        height = file.u16(at + 5);
        width = file.u16(at + 7);
        PhotoLimits.checkPixels(width, height);
        kept.keep(at, end);
    }

    private void jfif(int at, int end) throws UnusablePhoto {
        if (!file.has(at + 4, "JFIF\0") || end < at + JFIF_BYTES) {
            return;
        }
        if (end == at + JFIF_BYTES) {
            kept.keep(at, end);
            return;
        }
        byte[] withoutThumbnail = Arrays.copyOfRange(raw, at, at + JFIF_BYTES);
        withoutThumbnail[2] = 0;
        withoutThumbnail[3] = JFIF_BYTES - 2;
        withoutThumbnail[JFIF_BYTES - 2] = 0;
        withoutThumbnail[JFIF_BYTES - 1] = 0;
        kept.replaceBy(withoutThumbnail);
    }

    private void exif(int at, int end) {
        if (orientation == 0 && file.has(at + 4, "Exif\0\0")) {
            orientation = Exif.orientation(raw, at + 4, end);
        }
    }

    private void profile(int at, int end) throws UnusablePhoto {
        if (file.has(at + 4, "ICC_PROFILE\0") && end > at + PROFILE_HEAD) {
            profile.add(file, at + PROFILE_HEAD, end);
            kept.keep(at, end);
        }
    }

    private void adobe(int at, int end) throws UnusablePhoto {
        if (file.has(at + 4, "Adobe")) {
            kept.keep(at, end);
        }
    }

    private int scan(int at, int headerEnd) throws UnusablePhoto {
        if (width == 0) {
            throw UnusablePhoto.broken("the JPEG's header is missing");
        }
        if (++scans > MOST_SCANS) {
            throw UnusablePhoto.broken("the JPEG has too many scans");
        }
        int end = endOfScan(headerEnd);
        kept.keep(at, end);
        return end;
    }

    /** Compressed data goes on until a 0xFF that is no data byte, no restart and no filling. */
    private int endOfScan(int from) throws UnusablePhoto {
        for (int i = from; i < raw.length - 1; i++) {
            if (raw[i] == (byte) 0xFF) {
                int next = raw[i + 1] & 0xFF;
                boolean data = next == 0 || (next >= FIRST_RESTART && next <= LAST_RESTART);
                if (!data && next != 0xFF) {
                    return i;
                }
            }
        }
        throw UnusablePhoto.broken("the JPEG ends too early");
    }

    /** Lossless, hierarchical and arithmetic JPEG: valid, but hardly any program reads them. */
    private static void refuseOtherCodings(int code) throws UnusablePhoto {
        boolean frame = code > 0xC2 && code <= 0xCF && code != 0xC8 && code != 0xCC;
        if (frame) {
            throw UnusablePhoto.broken("its JPEG coding is not the usual one");
        }
    }
}
