package dev.vignette.engine.intake;

import dev.vignette.engine.PhotoSource;
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
        return text.regionMatches(true, 0, DataUriForm.SCHEME, 0, DataUriForm.SCHEME.length());
    }

    /** Reads the text of a JSON member or form field. */
    static DataUri read(String text) {
        if (text.length() > DataUriForm.LONGEST) {
            return new Refused(UnusablePhoto.tooLarge().problem());
        }
        try {
            byte[] ascii = text.getBytes(StandardCharsets.ISO_8859_1); // others become '?': refused
            return new Decoded(new PhotoSource.Inline(DataUriForm.decode(ascii)));
        } catch (UnusablePhoto e) {
            return new Refused(e.problem());
        }
    }
}
