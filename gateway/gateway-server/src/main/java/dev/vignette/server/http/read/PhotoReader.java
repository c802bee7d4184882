package dev.vignette.server.http.read;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.vignette.engine.PhotoSource;
import dev.vignette.server.http.problem.Problem;
import dev.vignette.server.http.problem.ProblemCode;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code image}: a file, an address, or a data URI. */
final class PhotoReader {
    private static final String DATA = "data:";
    private static final String MEDIA_TYPE = "image/";
    private static final String ENCODING = ";base64";
    private static final int LONGEST_HEADER = 200;
    private static final int LONGEST_ADDRESS = 8192;
    private static final String RULE =
            "must be an https address, or data:image/...;base64, and the photo";

    private PhotoReader() {}

    /**
     * Where the photo is; notes a fault and returns {@code null} when the member cannot be read.
     */
    static @Nullable PhotoSource read(@Nullable RawImage image, Members members) {
        return switch (image) {
            case null -> refused(members, "is needed");
            case RawImage.Other _ -> refused(members, RULE);
            case RawImage.File file -> new PhotoSource.Inline(file.bytes());
            case RawImage.Text text -> text(text, members);
        };
    }

    /** Notes what is wrong with the member without decoding a photo that nobody will use. */
    static void noteFaults(@Nullable RawImage image, Members members) {
        if (!(image instanceof RawImage.Text text) || !startsWith(text, DATA)) {
            read(image, members);
        }
    }

    private static @Nullable PhotoSource text(RawImage.Text text, Members members) {
        if (startsWith(text, DATA)) {
            return inline(text, members);
        }
        RawImage.Text plain = plain(text);
        return plain.equals(text) ? address(text.asString(), members) : text(plain, members);
    }

    private static @Nullable PhotoSource inline(RawImage.Text text, Members members) {
        int comma = comma(text);
        if (comma < 0 || !announcesPhoto(text, comma)) {
            RawImage.Text plain = plain(text);
            return plain.equals(text) ? refused(members, RULE) : inline(plain, members);
        }
        try {
            ByteBuffer encoded = ByteBuffer.wrap(text.bytes(), comma + 1, text.to() - comma - 1);
            return new PhotoSource.Inline(decoded(encoded));
        } catch (IllegalArgumentException e) {
            RawImage.Text plain = plain(text);
            if (!plain.equals(text)) {
                return inline(plain, members);
            }
            throw Problem.at(ProblemCode.INVALID_IMAGE, "/image", "The photo's base64 is broken.")
                    .asException();
        }
    }

    private static byte[] decoded(ByteBuffer encoded) {
        ByteBuffer bytes = Base64.getDecoder().decode(encoded);
        if (bytes.arrayOffset() == 0 && bytes.remaining() == bytes.array().length) {
            return bytes.array();
        }
        byte[] exact = new byte[bytes.remaining()];
        bytes.get(exact);
        return exact;
    }

    private static int comma(RawImage.Text text) {
        int end = Math.min(text.to(), text.from() + LONGEST_HEADER);
        for (int i = text.from(); i < end; i++) {
            if (text.bytes()[i] == ',') {
                return i;
            }
        }
        return -1;
    }

    private static boolean announcesPhoto(RawImage.Text text, int comma) {
        int from = text.from() + DATA.length();
        String header =
                new String(text.bytes(), from, comma - from, US_ASCII).toLowerCase(Locale.ROOT);
        return header.startsWith(MEDIA_TYPE) && header.endsWith(ENCODING);
    }

    private static @Nullable PhotoSource address(String text, Members members) {
        String scheme = text.substring(0, Math.max(0, text.indexOf(':'))).toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        if (!web || text.length() > LONGEST_ADDRESS) {
            return refused(members, RULE);
        }
        try {
            return new PhotoSource.Address(new URI(text));
        } catch (URISyntaxException _) {
            return refused(members, RULE);
        }
    }

    /** The same text without JSON's escapes; the very same one when it has none. */
    private static RawImage.Text plain(RawImage.Text text) {
        if (!text.escaped()) {
            return text;
        }
        for (int i = text.from(); i < text.to(); i++) {
            if (text.bytes()[i] == '\\') {
                return RawImage.Text.of(StrictJson.unescape(text));
            }
        }
        return text;
    }

    private static boolean startsWith(RawImage.Text text, String start) {
        if (text.to() - text.from() < start.length()) {
            return false;
        }
        String head = new String(text.bytes(), text.from(), start.length(), US_ASCII);
        return head.equalsIgnoreCase(start);
    }

    private static @Nullable PhotoSource refused(Members members, String detail) {
        members.fault(RawRequest.IMAGE, detail);
        return null;
    }
}
