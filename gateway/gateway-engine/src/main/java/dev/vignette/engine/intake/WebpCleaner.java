package dev.vignette.engine.intake;

import dev.vignette.portrait.ImageType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Walks a WebP file chunk by chunk (RFC 9649) and leaves out what tells more than the picture:
 * EXIF, XMP, unknown chunks, and whatever follows the end.
 *
 * <p>An ICC profile stays: it describes a device's colours, not the person or the place. An
 * animation is refused: which of its pictures is meant, nobody can tell.
 */
final class WebpCleaner {
    private static final int FIRST_CHUNK = 12;
    private static final int CHUNK_HEADER = 8;
    private static final int FLAGS = FIRST_CHUNK + CHUNK_HEADER;
    private static final int PROFILE_FLAG = 0x20;
    private static final int ALPHA_FLAG = 0x10;
    private static final int ANIMATION_FLAG = 0x02;
    private static final int EXTENDED_BYTES = 10;

    private final byte[] raw;
    private final FileBytes file;
    private final KeptBytes kept;
    private final boolean extended;
    private int orientation = Exif.UPRIGHT;
    private boolean profile;
    private boolean picture;

    private WebpCleaner(byte[] raw) {
        this.raw = raw;
        this.file = FileBytes.of(raw);
        this.kept = new KeptBytes(raw);
        this.extended = file.has(FIRST_CHUNK, "VP8X");
    }

    static CleanFile clean(byte[] raw) throws UnusablePhoto {
        return new WebpCleaner(raw).walk();
    }

    private CleanFile walk() throws UnusablePhoto {
        long end = CHUNK_HEADER + file.u32Little(4);
        if (end > raw.length || end % 2 != 0) {
            throw UnusablePhoto.broken("the WebP ends too early");
        }
        WebpFrame frame = frame(FIRST_CHUNK);
        PhotoLimits.checkPixels(frame.width(), frame.height());
        kept.keep(0, FIRST_CHUNK);
        int at = FIRST_CHUNK;
        while (at < end) {
            at = chunk(at, (int) end, frame);
        }
        if (!picture) {
            throw UnusablePhoto.broken("the WebP holds no picture");
        }
        return new CleanFile(
                ImageType.WEBP, frame.width(), frame.height(), orientation, corrected());
    }

    private WebpFrame frame(int chunk) throws UnusablePhoto {
        return WebpFrame.of(file, chunk)
                .orElseThrow(() -> UnusablePhoto.broken("the WebP's header is missing"));
    }

    private int chunk(int at, int fileEnd, WebpFrame canvas) throws UnusablePhoto {
        long length = file.u32Little(at + 4);
        long end = at + CHUNK_HEADER + length + length % 2;
        if (end > fileEnd) {
            throw UnusablePhoto.broken("the WebP ends too early");
        }
        if (stays(at, (int) length, canvas)) {
            kept.keep(at, (int) end);
        }
        return (int) end;
    }

    private boolean stays(int at, int length, WebpFrame canvas) throws UnusablePhoto {
        if (file.has(at, "VP8 ") || file.has(at, "VP8L")) {
            return onlyPicture(at, canvas);
        }
        if (file.has(at, "VP8X")) {
            return onlyHeader(at, length);
        }
        if (file.has(at, "ANIM") || file.has(at, "ANMF")) {
            throw animated();
        }
        if (file.has(at, "EXIF")) {
            orientation = Exif.orientation(raw, at + CHUNK_HEADER, at + CHUNK_HEADER + length);
            return false;
        }
        if (file.has(at, "ICCP")) {
            return firstProfile(at + CHUNK_HEADER, length);
        }
        return extended && file.has(at, "ALPH");
    }

    private boolean firstProfile(int from, int length) throws UnusablePhoto {
        if (profile || !extended) {
            return false;
        }
        ColourProfile icc = new ColourProfile();
        icc.add(file, from, from + length);
        icc.checkWhole();
        profile = true;
        return true;
    }

    private boolean onlyPicture(int at, WebpFrame canvas) throws UnusablePhoto {
        if (picture || !frame(at).equals(canvas)) {
            throw UnusablePhoto.broken("the WebP holds more than one picture");
        }
        picture = true;
        return true;
    }

    private boolean onlyHeader(int at, int length) throws UnusablePhoto {
        if (at != FIRST_CHUNK || length != EXTENDED_BYTES) {
            throw UnusablePhoto.broken("the WebP's header is not valid");
        }
        if ((file.u8(FLAGS) & ANIMATION_FLAG) != 0) {
            throw animated();
        }
        return true;
    }

    private static UnusablePhoto animated() {
        return UnusablePhoto.broken("it is animated; a photo is one picture");
    }

    /** The file with the length and the flags that are true of what stayed. */
    private byte[] corrected() throws UnusablePhoto {
        int flags = extended ? (file.u8(FLAGS) & ALPHA_FLAG) | (profile ? PROFILE_FLAG : 0) : 0;
        byte[] clean = kept.toBytes();
        boolean same = Arrays.equals(clean, raw);
        if (same && (!extended || raw[FLAGS] == flags)) {
            return raw;
        }
        byte[] result = same ? raw.clone() : clean;
        ByteBuffer.wrap(result)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(4, result.length - CHUNK_HEADER);
        if (extended) {
            result[FLAGS] = (byte) flags;
        }
        return result;
    }
}
