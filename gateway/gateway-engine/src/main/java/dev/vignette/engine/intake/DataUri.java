package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;
import dev.vignette.engine.request.PhotoSource;
import java.nio.charset.StandardCharsets;

/**
 * A photo inside a request as {@code data:image/...;base64,...} (RFC 2397), read strictly: standard
 * alphabet, full padding, no white space. The declared type must be an image's; which one it is,
 * the bytes decide later.
 */
public sealed interface DataUri {

    /** The file that was inside. */
    record Decoded(PhotoSource.Inline photo) implements DataUri {}

    /** It cannot be used. */
    record Refused(PhotoProblem problem) implements DataUri {}

    /** Whether the text is meant to be a data URI at all. */
    static boolean isMeant(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1);
        return isMeant(latin, 0, latin.length);
    }

    /** Whether a stretch of bytes is meant to be a data URI at all. */
    static boolean isMeant(byte[] text, int from, int to) {
        int length = DataUriForm.SCHEME.length();
        return to - from >= length
                && new String(text, from, length, StandardCharsets.ISO_8859_1)
                        .equalsIgnoreCase(DataUriForm.SCHEME);
    }

    /** Reads a text. */
    static DataUri read(String text) {
        byte[] latin = text.getBytes(StandardCharsets.ISO_8859_1); // others become '?': refused
        return read(latin, 0, latin.length);
    }

    /**
     * Reads it where it lies, for example in a request's body; the bytes are neither copied nor
     * kept.
     *
     * @param from its first byte
     * @param to behind its last byte
     */
    static DataUri read(byte[] text, int from, int to) {
        if (to - from > DataUriForm.LONGEST) {
            return new Refused(UnusablePhoto.tooLarge().problem());
        }
        try {
            return new Decoded(new PhotoSource.Inline(DataUriForm.decode(text, from, to)));
        } catch (UnusablePhoto e) {
            return new Refused(e.problem());
        }
    }
}
