package dev.vignette.server.http.read;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a text of a request may be: so many characters (Unicode code points), none of them NUL or
 * half a surrogate pair, which no database keeps.
 */
final class Texts {
    private Texts() {}

    static boolean fits(JsonNode node, int min, int max) {
        return node.isTextual() && fits(node.textValue(), min, max);
    }

    static boolean fits(String text, int min, int max) {
        if (text.length() > 2L * max) {
            return false;
        }
        int length = text.codePointCount(0, text.length());
        return length >= min && length <= max && text.codePoints().allMatch(Texts::storable);
    }

    static String rule(int min, int max) {
        return min == 0
                ? "must be a text of up to %d characters".formatted(max)
                : "must be a text of %d to %d characters".formatted(min, max);
    }

    private static boolean storable(int c) {
        return c != 0 && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE);
    }
}
