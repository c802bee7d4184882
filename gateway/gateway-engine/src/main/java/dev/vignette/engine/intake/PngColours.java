package dev.vignette.engine.intake;

import java.util.Set;

/**
 * Carries the meaning of a PNG's colours over to a newly written one: Java's PNG reader hands the
 * numbers on as they are, so the ICC profile and its kin are still true of them.
 */
final class PngColours {
    private static final int COLOUR_TYPE = 25;
    private static final int COLOUR_BIT = 2;
    private static final int CHUNK_FRAME = 12;
    private static final Set<String> KINDS = PngCleaner.COLOUR;

    private PngColours() {}

    /**
     * The fresh PNG with the colour chunks of the old one, as far as both are gray or both are not.
     */
    static byte[] carried(byte[] old, byte[] fresh) throws UnusablePhoto {
        boolean sameModel = (old[COLOUR_TYPE] & COLOUR_BIT) == (fresh[COLOUR_TYPE] & COLOUR_BIT);
        if (!sameModel) {
            return fresh;
        }
        KeptBytes colours = chunksOf(old);
        byte[] carried = colours.toBytes();
        KeptBytes result = new KeptBytes(fresh);
        result.keep(0, PngCleaner.AFTER_HEADER);
        result.replaceBy(carried);
        result.keep(PngCleaner.AFTER_HEADER, fresh.length);
        return result.toBytes();
    }

    private static KeptBytes chunksOf(byte[] png) throws UnusablePhoto {
        FileBytes file = FileBytes.of(png);
        KeptBytes colours = new KeptBytes(png);
        int at = PngCleaner.FIRST_CHUNK;
        while (at < png.length) {
            int chunk = at;
            int end = at + CHUNK_FRAME + (int) file.u32(at);
            if (KINDS.stream().anyMatch(kind -> file.has(chunk + 4, kind))) {
                colours.keep(at, end);
            }
            at = end;
        }
        return colours;
    }
}
