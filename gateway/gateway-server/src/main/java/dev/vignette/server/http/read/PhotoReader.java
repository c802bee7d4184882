package dev.vignette.server.http.read;

import dev.vignette.engine.intake.DataUri;
import dev.vignette.engine.request.PhotoSource;
import dev.vignette.server.http.problem.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the member {@code image}: a file, an address, or a data URI. */
final class PhotoReader {
    private static final int LONGEST_ADDRESS = 8192;
    private static final String RULE =
            "must be an https address, or data:image/...;base64, and the photo";

    private PhotoReader() {}

    /** Notes what is wrong with the member, without decoding a photo that nobody will use. */
    static void noteFaults(@Nullable RawImage image, Members members) {
        if (!(image instanceof RawImage.Text text) || !text.isDataUri()) {
            read(image, members);
        }
    }

    /**
     * Where the photo is; notes a fault and returns {@code null} when the member is missing or of
     * no known form. A data URI that cannot be read ends the request with a problem of its own.
     */
    static @Nullable PhotoSource read(@Nullable RawImage image, Members members) {
        return switch (image) {
            case null -> refused(members, "is needed");
            case RawImage.Other _ -> refused(members, RULE);
            case RawImage.File file -> new PhotoSource.Inline(file.bytes());
            case RawImage.Text text -> text(text, members);
        };
    }

    /** Escapes are looked for only where the text as it lies there is no photo. */
    private static @Nullable PhotoSource text(RawImage.Text text, Members members) {
        DataUri read = text.isDataUri() ? DataUri.read(text.bytes(), text.from(), text.to()) : null;
        if (read instanceof DataUri.Decoded decoded) {
            return decoded.photo();
        }
        if (text.escaped() && text.asString().indexOf('\\') >= 0) {
            return text(RawImage.Text.of(StrictJson.unescape(text)), members);
        }
        if (read instanceof DataUri.Refused refused) {
            throw Problem.photo(refused.problem()).asException();
        }
        return address(text.asString(), members);
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

    private static @Nullable PhotoSource refused(Members members, String detail) {
        members.fault(RawRequest.IMAGE, detail);
        return null;
    }
}
