package dev.vignette.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a {@code multipart/form-data} body (RFC 7578) apart. */
public final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([^\";]+)\"?");
    private static final Pattern NAME = Pattern.compile("[; ]name=\"([^\"]*)\"");
    private static final Pattern FILE_NAME = Pattern.compile("filename=\"([^\"]*)\"");
    private static final Pattern TYPE = Pattern.compile("(?im)^content-type: *([^\r\n]+)");

    private Multipart() {}

    /**
     * One part.
     *
     * @param fileName the file's name, empty when it is a plain field
     * @param contentType its media type, empty when none was given
     * @param content its bytes
     */
    public record Part(String fileName, String contentType, Bytes content) {}

    static Map<String, Part> parse(String contentType, byte[] body) {
        Matcher boundary = BOUNDARY.matcher(contentType);
        Map<String, Part> parts = new LinkedHashMap<>();
        if (!contentType.startsWith("multipart/form-data") || !boundary.find()) {
            return parts;
        }
        // Latin-1 keeps every byte, so the body can be searched as text.
        String text = "\r\n" + new String(body, ISO_8859_1);
        for (String piece : text.split(Pattern.quote("\r\n--" + boundary.group(1)), -1)) {
            add(parts, piece);
        }
        return parts;
    }

    private static void add(Map<String, Part> parts, String piece) {
        int end = piece.indexOf("\r\n\r\n");
        if (end < 0) {
            return;
        }
        String head = piece.substring(0, end);
        Matcher name = NAME.matcher(head);
        if (name.find()) {
            Bytes content = Bytes.of(piece.substring(end + 4).getBytes(ISO_8859_1));
            parts.put(name.group(1), new Part(first(FILE_NAME, head), first(TYPE, head), content));
        }
    }

    private static String first(Pattern pattern, String head) {
        Matcher matcher = pattern.matcher(head);
        return matcher.find() ? matcher.group(1).strip() : "";
    }
}
