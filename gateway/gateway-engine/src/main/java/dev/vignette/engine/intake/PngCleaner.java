package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks a PNG file chunk by chunk (PNG specification, third edition) and leaves out what tells more
 * than the picture: texts, EXIF, times, vendors' chunks, and whatever follows the end.
 *
 * <p>Besides the critical chunks those stay that transparency and colours depend on, ICC profiles
 * among them: they describe a device's colours, not the person or the place. An animation is
 * refused: which of its pictures is meant, nobody can tell.
 */
final class PngCleaner {
    /** The chunks that say what the numbers of the pixels mean as colours. */
    static final Set<String> COLOUR = Set.of("iCCP", "cICP", "sRGB", "gAMA", "cHRM");

    /** Where the first chunk begins, and where the one after the header does. */
    static final int FIRST_CHUNK = 8;

    static final int AFTER_HEADER = 33;

    private static final int HEADER_BYTES = 13;
    private static final int PALETTE_COLOURS = 3;

    private final byte[] raw;
    private final FileBytes file;
    private final KeptBytes kept;
    private final CRC32 crc = new CRC32();
    private int orientation = Exif.UPRIGHT;
    private boolean palette;
    private boolean data;
    private String previous = "";

    private PngCleaner(byte[] raw) {
        this.raw = raw;
        this.file = FileBytes.of(raw);
        this.kept = new KeptBytes(raw);
    }

    static CleanFile clean(byte[] raw) throws UnusablePhoto {
        return new PngCleaner(raw).walk();
    }

    private CleanFile walk() throws UnusablePhoto {
        int width = (int) file.u32(16);
        int height = (int) file.u32(20);
        header();
        kept.keep(0, FIRST_CHUNK);
        int at = FIRST_CHUNK;
        while (!"IEND".equals(previous)) {
            at = chunk(at);
        }
        if (!data || (!palette && file.u8(25) == PALETTE_COLOURS)) {
            throw UnusablePhoto.broken("the PNG holds no picture");
        }
        return new CleanFile(ImageType.PNG, width, height, orientation, kept.toBytes());
    }

    private void header() throws UnusablePhoto {
        if (file.u32(FIRST_CHUNK) != HEADER_BYTES || !file.has(12, "IHDR")) {
            throw UnusablePhoto.broken("the PNG's header is missing");
        }
        PhotoLimits.checkPixels(file.u32(16), file.u32(20));
        boolean codings = file.u8(26) == 0 && file.u8(27) == 0 && file.u8(28) <= 1;
        if (!codings || !depthFits(file.u8(24), file.u8(25))) {
            throw UnusablePhoto.broken("the PNG's header is not valid");
        }
    }

    private static boolean depthFits(int depth, int colours) {
        return switch (colours) {
            case 0 -> Set.of(1, 2, 4, 8, 16).contains(depth);
            case PALETTE_COLOURS -> Set.of(1, 2, 4, 8).contains(depth);
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private int chunk(int at) throws UnusablePhoto {
        long end = at + 12 + file.u32(at);
        if (end > raw.length) {
            throw UnusablePhoto.broken("the PNG ends too early");
        }
        String type = type(at);
        if (stays(type, at)) {
            checkSum(at, (int) end);
            kept.keep(at, (int) end);
        }
        if ("eXIf".equals(type)) {
            orientation = Exif.orientation(raw, at + 8, (int) end - 4);
        }
        previous = type;
        return (int) end;
    }

    private String type(int at) throws UnusablePhoto {
        char[] letters = new char[4];
        for (int i = 0; i < letters.length; i++) {
            letters[i] = (char) file.u8(at + 4 + i);
        }
        return new String(letters);
    }

    private boolean stays(String type, int at) throws UnusablePhoto {
        switch (type) {
            case "IHDR" -> require(at == FIRST_CHUNK);
            case "PLTE" -> {
                require(!palette && !data);
                palette = true;
            }
            case "IDAT" -> {
                require(!data || "IDAT".equals(previous));
                data = true;
            }
            case "IEND", "tRNS" -> {}
            case "acTL", "fcTL", "fdAT" ->
                    throw UnusablePhoto.broken("it is animated; a photo is one picture");
            default -> {
                return staysIfAncillary(type);
            }
        }
        return true;
    }

    private static boolean staysIfAncillary(String type) throws UnusablePhoto {
        char first = type.charAt(0);
        if (first < 'a' || first > 'z') {
            throw UnusablePhoto.broken("the PNG has an unknown critical chunk");
        }
        return COLOUR.contains(type);
    }

    private static void require(boolean inOrder) throws UnusablePhoto {
        if (!inOrder) {
            throw UnusablePhoto.broken("the PNG's chunks are out of order");
        }
    }

    private void checkSum(int at, int end) throws UnusablePhoto {
        crc.reset();
        crc.update(raw, at + 4, end - at - 8);
        if (crc.getValue() != file.u32(end - 4)) {
            throw UnusablePhoto.broken("a checksum of the PNG is wrong");
        }
    }
}
