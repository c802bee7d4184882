package dev.vignette.engine.intake;

import dev.vignette.engine.request.PhotoProblem;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/** How a data URI is built, and how it is taken apart with one copy of the photo. */
final class DataUriForm {
    static final String SCHEME = "data:";
    private static final String TYPE = "data:image/";
    private static final String CODING = ";base64";
    private static final int LONGEST_HEAD = 128;
    static final int LONGEST = LONGEST_HEAD + (PhotoLimits.MAX_BYTES + 2) / 3 * 4;

    private DataUriForm() {}

    static byte[] decode(byte[] text, int from, int to) throws UnusablePhoto {
        int comma = comma(text, from, to);
        String head =
                new String(text, from, comma - from, StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT);
        if (!head.startsWith(TYPE)) {
            throw UnusablePhoto.unsupported();
        }
        int length = to - comma - 1;
        if (!head.endsWith(CODING) || length % 4 != 0) {
            throw notBase64();
        }
        return base64(ByteBuffer.wrap(text, comma + 1, length));
    }

    private static int comma(byte[] text, int from, int to) throws UnusablePhoto {
        for (int i = from; i < Math.min(to, from + LONGEST_HEAD); i++) {
            if (text[i] == ',') {
                return i;
            }
        }
        throw notBase64();
    }

    private static byte[] base64(ByteBuffer text) throws UnusablePhoto {
        try {
            ByteBuffer file = Base64.getDecoder().decode(text);
            boolean exact = file.arrayOffset() == 0 && file.limit() == file.array().length;
            return exact ? file.array() : Arrays.copyOf(file.array(), file.limit());
        } catch (IllegalArgumentException e) {
            throw notBase64();
        }
    }

    private static UnusablePhoto notBase64() {
        return new UnusablePhoto(
                PhotoProblem.Kind.INVALID, "the photo is not valid Base64 in a data URI");
    }
}
